//! Figures side by side: the median of several rounds, with the least and the most of them.

/// Figures of one kind on both sides.
pub struct Row {
    /// What it is.
    pub name: &'static str,
    /// How many digits behind the point.
    pub digits: usize,
    /// One for each round.
    pub ours: Vec<f64>,
    /// One for each round; empty where the yardstick has none.
    pub yardstick: Vec<f64>,
}

/// Prints rows as a Markdown table.
pub fn print(title: &str, rows: &[Row]) {
    println!("\n{title}\n");
    println!("| | thuispost | yardstick | ratio |");
    println!("| --- | --- | --- | --- |");
    for row in rows {
        let ratio = match row.yardstick.is_empty() || median(&row.yardstick) == 0.0 {
            true => String::new(),
            false => format!("{:.2}", median(&row.ours) / median(&row.yardstick)),
        };
        let told = |figures| told(figures, row.digits);
        println!("| {} | {} | {} | {ratio} |", row.name, told(&row.ours), told(&row.yardstick));
    }
}

fn told(figures: &[f64], digits: usize) -> String {
    let (least, most) =
        figures.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), it| {
            (least.min(*it), most.max(*it))
        });
    match figures {
        [] => String::new(),
        [one] => format!("{one:.digits$}"),
        _ => format!("{:.digits$} ({least:.digits$}-{most:.digits$})", median(figures)),
    }
}

/// The one in the middle.
pub fn median(figures: &[f64]) -> f64 {
    at(figures, 0.5)
}

/// The one that this share of all does not exceed.
pub fn at(figures: &[f64], share: f64) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of a length"
    )]
    let index = (share * (sorted.len().max(1) - 1) as f64).round() as usize;
    sorted.get(index).copied().unwrap_or(f64::NAN)
}
