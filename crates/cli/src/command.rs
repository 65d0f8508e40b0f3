//! What can be typed on the command line; one file per command.

mod account;
mod advisory;
mod app;
mod audit;
mod backup;
mod client;
mod code;
mod codes;
mod completions;
mod config;
mod doctor;
mod health;
mod keys;
mod mail;
mod man;
mod migrate;
mod notices;
mod policy;
mod restore;
mod serve;
mod status;
mod webhook;

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// A failure that ends the program: said once, on standard error.
pub(crate) type Failure = Box<dyn Error + Send + Sync>;

/// Backup codes on paper for a mail service, and a way back in that nobody else can take.
#[derive(Debug, Parser)]
#[command(
    name = "counterfoil",
    version,
    after_help = "\
Data goes to standard output, talk to standard error.
Status: 0 all went well, 1 the answer is no, 2 there is no answer."
)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,

    /// The configuration file [default: ./counterfoil.toml, then /etc/counterfoil/counterfoil.toml]
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::Serve),
    Migrate(migrate::Migrate),
    Backup(backup::Backup),
    Restore(restore::Restore),
    #[command(subcommand)]
    Account(account::Account),
    #[command(subcommand)]
    Advisory(advisory::Advisory),
    #[command(subcommand)]
    App(app::App),
    #[command(subcommand)]
    Audit(audit::Audit),
    #[command(subcommand)]
    Client(client::Client),
    #[command(subcommand)]
    Codes(codes::Codes),
    #[command(subcommand)]
    Keys(keys::Keys),
    #[command(subcommand)]
    Mail(mail::Mail),
    #[command(subcommand)]
    Code(code::Code),
    #[command(subcommand)]
    Config(config::ConfigCommand),
    #[command(subcommand)]
    Notices(notices::Notices),
    #[command(subcommand)]
    Policy(policy::Policy),
    #[command(subcommand)]
    Webhook(webhook::Webhook),
    Status(status::Status),
    Doctor(doctor::Doctor),
    Health(health::Health),
    Man(man::Pages),
    Completions(completions::Completions),
}

pub(crate) fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    let file = arguments.config.as_deref();
    match arguments.command {
        Command::Serve(_) => serve::run(file),
        Command::Migrate(_) => migrate::run(file),
        Command::Backup(command) => backup::run(&command, file),
        Command::Restore(command) => restore::run(&command, file),
        Command::Account(command) => account::run(&command, file),
        Command::Advisory(command) => advisory::run(&command, file),
        Command::App(command) => app::run(&command, file),
        Command::Audit(command) => audit::run(&command, file),
        Command::Client(command) => client::run(&command, file),
        Command::Codes(command) => codes::run(&command, file),
        Command::Keys(command) => keys::run(&command, file),
        Command::Mail(command) => mail::run(&command, file),
        Command::Notices(command) => notices::run(&command, file),
        Command::Policy(command) => policy::run(&command, file),
        Command::Webhook(command) => webhook::run(&command, file),
        Command::Status(_) => status::run(file),
        Command::Doctor(_) => doctor::run(file),
        Command::Health(_) => health::run(file),
        Command::Man(pages) => man::run(&pages),
        Command::Completions(command) => completions::run(&command),
        Command::Code(code) => code::run(code),
        Command::Config(command) => config::run(&command, file),
    }
}
