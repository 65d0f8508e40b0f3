//! Roundcube: mail in a browser.

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Ports;
use crate::program::{Program, read};

const INSTALLED: &str = "/usr/share/roundcube";

/// What PHP's own web server needs to be told: which files are files, and that everything else is Roundcube.
const ROUTER: &str = r"<?php
define('INSTALL_PATH', __DIR__ . '/');
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (preg_match('#^/(skins|program|plugins)/#', $path) && is_file(__DIR__ . $path) && !preg_match('#\.php$#', $path)) {
    return false;
}
chdir(__DIR__);
$_SERVER['SCRIPT_NAME'] = '/index.php';
$_SERVER['PHP_SELF'] = $path;
if (preg_match('#^/index\.php(/.*)#', $path, $match)) {
    $_SERVER['PATH_INFO'] = $match[1];
}
include __DIR__ . '/index.php';
";

/// A running Roundcube; ends with this value.
pub struct Roundcube {
    home: PathBuf,
    ports: Ports,
    program: Option<Program>,
}

impl Roundcube {
    /// Makes a Roundcube in a folder, with a database of its own. It doesn't run yet.
    #[must_use]
    pub fn make(home: &Path, ports: Ports) -> Self {
        for folder in ["root", "config", "temp", "logs"] {
            std::fs::create_dir_all(home.join(folder)).expect("a folder for Roundcube");
        }
        for part in ["SQL", "program", "skins", "index.php", "plugins"] {
            symlink(
                Path::new(INSTALLED).join(part),
                home.join("root").join(part),
            )
            .expect("a link to Roundcube");
        }
        for file in ["defaults.inc.php", "mimetypes.php"] {
            std::fs::copy(
                Path::new("/etc/roundcube").join(file),
                home.join("config").join(file),
            )
            .expect("Roundcube is missing; script/deps test installs it");
        }
        std::fs::write(home.join("root/router.php"), ROUTER).expect("a router");
        let made = Command::new("php")
            .arg("-r")
            .arg("$db = new PDO('sqlite:' . $argv[1]); $db->exec(file_get_contents($argv[2]));")
            .arg(home.join("database"))
            .arg(Path::new(INSTALLED).join("SQL/sqlite.initial.sql"))
            .output()
            .expect("PHP is missing; script/deps test installs it");
        assert!(
            made.status.success(),
            "{}",
            String::from_utf8_lossy(&made.stdout)
        );
        Self {
            home: home.to_owned(),
            ports,
            program: None,
        }
    }

    /// Starts it with what an operator has before Counterfoil comes, followed by `settings` in PHP, and waits until it
    /// listens.
    pub fn start(&mut self, settings: &str) {
        self.stop();
        let configuration = format!("{}\n{settings}\n", self.before_counterfoil());
        std::fs::write(self.home.join("config/config.inc.php"), configuration)
            .expect("a configuration");
        let root = self.home.join("root");
        let mut command = Command::new("php");
        command
            .args(["-d", "display_errors=0", "-d", "opcache.enable_cli=1"])
            .arg("-d")
            .arg(format!(
                "session.save_path={}",
                self.home.join("temp").display()
            ))
            .arg("-S")
            .arg(format!("127.0.0.1:{}", self.ports.roundcube))
            .arg("-t")
            .arg(&root)
            .arg(root.join("router.php"))
            .env("ROUNDCUBE_CONFIG_DIR", self.home.join("config"))
            .env("TMPDIR", self.home.join("temp"))
            // A page asks for many things at once.
            .env("PHP_CLI_SERVER_WORKERS", "4")
            .current_dir(&root);
        let mut program = Program::start("roundcube", command, &self.home.join("said"));
        program.wait_for(self.ports.roundcube);
        self.program = Some(program);
    }

    /// Ends it.
    pub fn stop(&mut self) {
        self.program = None;
    }

    /// `http://127.0.0.1:PORT`
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://localhost:{}", self.ports.roundcube)
    }

    /// What it wrote to its logs.
    #[must_use]
    pub fn log(&self) -> String {
        read(&self.home.join("logs/errors.log")) + read(&self.home.join("said")).as_str()
    }

    fn before_counterfoil(&self) -> String {
        let home = self.home.display();
        let Ports {
            imap, submission, ..
        } = self.ports;
        format!(
            "<?php
// What runs before Counterfoil comes: a database, and where mail is.
$config = [];
$config['db_dsnw'] = 'sqlite:///{home}/database?mode=0600';
$config['temp_dir'] = '{home}/temp';
$config['log_dir'] = '{home}/logs';
$config['des_key'] = 'counterfoil-lab-24-bytes';
$config['imap_host'] = 'localhost:{imap}';
$config['smtp_host'] = 'localhost:{submission}';
$config['plugins'] = [];
$config['skin'] = 'elastic';
$config['language'] = 'en_GB';
$config['enable_spellcheck'] = false;
$config['product_name'] = 'Webmail of example.org';
$config['support_url'] = '';
"
        )
    }
}
