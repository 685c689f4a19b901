//! A Fluent file as a list of phrases, read from its syntax tree.

use std::collections::BTreeSet;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};

/// One message of a file.
#[derive(Debug, Default)]
pub struct Phrase {
    /// Its name.
    pub id: String,
    /// Names of its attributes.
    pub attributes: BTreeSet<String>,
    /// What is filled in.
    pub variables: BTreeSet<String>,
    /// The keys of each choice in it.
    pub choices: Vec<Vec<String>>,
    /// All its words; of a choice, those of every variant.
    pub text: String,
}

/// Reads a file; anything that is not Fluent, or a name that stands twice, fails the test.
pub fn read(source: &str) -> Vec<Phrase> {
    let file = fluent_syntax::parser::parse(source).map_err(|(_, errors)| errors).unwrap();
    let mut phrases: Vec<Phrase> = Vec::new();
    for entry in &file.body {
        let Entry::Message(message) = entry else { continue };
        let mut phrase = Phrase { id: message.id.name.to_owned(), ..Phrase::default() };
        assert!(phrases.iter().all(|before| before.id != phrase.id), "{} twice", phrase.id);
        if let Some(pattern) = &message.value {
            phrase.add(pattern);
        }
        for attribute in &message.attributes {
            phrase.attributes.insert(attribute.id.name.to_owned());
            phrase.add(&attribute.value);
        }
        phrases.push(phrase);
    }
    phrases
}

impl Phrase {
    fn add(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text.push_str(value),
                PatternElement::Placeable { expression } => self.add_expression(expression),
            }
        }
    }

    fn add_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.add_inline(inline),
            Expression::Select { selector, variants } => {
                self.add_inline(selector);
                let key = |key: &VariantKey<&str>| match key {
                    VariantKey::Identifier { name } => (*name).to_owned(),
                    VariantKey::NumberLiteral { value } => (*value).to_owned(),
                };
                self.choices.push(variants.iter().map(|variant| key(&variant.key)).collect());
                for variant in variants {
                    self.add(&variant.value);
                }
            }
        }
    }

    fn add_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::StringLiteral { value } => self.text.push_str(value),
            InlineExpression::Placeable { expression } => self.add_expression(expression),
            InlineExpression::FunctionReference { arguments, .. } => {
                for argument in &arguments.positional {
                    self.add_inline(argument);
                }
            }
            _ => {}
        }
    }
}
