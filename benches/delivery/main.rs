//! How fast and how cheap delivery is, side by side with a plain teloxide loop that keeps no promise.
//! `scripts/bench [SCENARIO] [NAME=VALUE]..`; docs/performance.md says what is measured.
//!
//! The program starts itself again for each part (the stub of the Bot API, our side, the yardstick),
//! so that CPU time and memory belong to one side only.
#![expect(clippy::unwrap_used, reason = "what cannot be prepared cannot be measured")]
#![expect(clippy::expect_used, reason = "what cannot be prepared cannot be measured")]
#![expect(clippy::print_stdout, reason = "a bench tells its figures")]
#![expect(clippy::cast_precision_loss, reason = "figures are small enough")]

mod arguments;
mod crowd;
mod measure;
mod ours;
mod parts;
mod planning;
mod round;
mod scenarios;
mod street;
mod stub;
mod table;
mod yardstick;

use arguments::Arguments;

fn main() {
    let arguments = Arguments::of_this_process();
    match arguments.what.as_str() {
        "stub" => stub::run(&arguments),
        "ours" => ours::run(&arguments),
        "service" => ours::run_service(&arguments),
        "crowd" => crowd::run(&arguments),
        "street" => street::run(&arguments),
        "plan" => planning::run(&arguments),
        "invite" => round::run(&arguments),
        "yardstick" => yardstick::run(&arguments),
        what => scenarios::run(what, &arguments),
    }
}
