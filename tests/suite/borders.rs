//! Two organisations in one database: nobody sees or changes anything of the other. Regenboog acts;
//! Zonnebloem has the same names everywhere, the same parent on the same phone, and marks in all
//! its words.

mod acts;
mod chat;
mod commands;
mod gatherings;
mod meetings;
mod organisations;
mod phone;
mod programme;
mod rows;
mod steps;
mod town;
mod work;

/// Words that stand in nothing but what is Zonnebloem's.
const MARKS: [&str; 2] = ["zonmerk", "020-555 99 99"];

/// Whether a text holds one of these words, in whatever capitals.
fn holds(text: &str, words: &[&str]) -> bool {
    let text = text.to_lowercase();
    words.iter().any(|word| text.contains(word))
}
