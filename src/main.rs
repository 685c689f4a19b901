//! Starts the command line.

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    thuispost::cli::run().await
}
