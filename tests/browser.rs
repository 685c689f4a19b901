//! The page of phones in a real browser. Runs where `THUISPOST_BROWSER_TESTS` is set, as in
//! scripts/check; needs chromium and chromedriver.
#![expect(clippy::unwrap_used, reason = "what a test cannot prepare fails that test")]

use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use thuispost::app::demo::{Demo, DemoOptions};
use thuispost::language::Phrasebook;

/// chromedriver, ended with this value.
struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// On a port that was free a moment ago.
    fn start() -> Self {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let process = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        Self { process, port }
    }

    /// A new browser; chromedriver may need a moment before it answers.
    async fn browser(&self, profile: &std::path::Path) -> Client {
        let arguments = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=390,844",
            &format!("--user-data-dir={}", profile.display()),
        ];
        let wanted = json!({ "goog:chromeOptions": { "args": arguments } });
        let Value::Object(wanted) = wanted else { unreachable!() };
        for _ in 0..100 {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            let connected = builder
                .capabilities(wanted.clone())
                .connect(&format!("http://127.0.0.1:{}", self.port))
                .await;
            match connected {
                Ok(client) => return client,
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        }
        panic!("chromedriver does not answer");
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// Looks until the script gives true, for at most twenty seconds.
async fn becomes_true(browser: &Client, script: &str) {
    for _ in 0..200 {
        if browser.execute(script, Vec::new()).await.unwrap() == Value::Bool(true) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let seen = browser.execute("return document.body.innerText", Vec::new()).await.unwrap();
    panic!("never true: {script}\n{seen}");
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one visit, as a visitor makes it")]
async fn an_arabic_mother_and_a_visitor_use_the_phones_page() {
    if std::env::var_os("THUISPOST_BROWSER_TESTS").is_none() {
        return;
    }
    let phrases = Arc::new(Phrasebook::load().unwrap());
    let options = DemoOptions { families: 19, port: 0, seed: 7 };
    let mut demo = Demo::prepare(options, phrases).await.unwrap();
    demo.families_join().await.unwrap();
    demo.letter_goes_home().await.unwrap();

    let profile = tempfile::tempdir().unwrap();
    let driver = Driver::start();
    let browser = driver.browser(profile.path()).await;
    browser.goto(&demo.page_url()).await.unwrap();
    becomes_true(&browser, "return document.querySelectorAll('article.phone').length > 20").await;

    // Arabic stands from right to left, with the picture above it, and nothing sticks out sideways.
    becomes_true(
        &browser,
        "return [...document.querySelectorAll('.bubble:has(img) .words')].some(words => \
         getComputedStyle(words).direction === 'rtl' && /[\\u0600-\\u06FF]/.test(words.textContent))",
    )
    .await;
    becomes_true(&browser, "return document.documentElement.scrollWidth <= window.innerWidth")
        .await;

    // A phone that has not joined opens its code, chooses a language and says yes.
    let (phone, code) = demo.still_to_join().into_iter().next().unwrap();
    browser.goto(&format!("{}?phone={phone}", demo.page_url())).await.unwrap();
    browser.wait().for_element(Locator::Css(".phone:not([hidden]) .begin input")).await.unwrap();
    let field = browser.find(Locator::Css(".phone:not([hidden]) .begin input")).await.unwrap();
    field.send_keys(&code).await.unwrap();
    browser
        .find(Locator::Css(".phone:not([hidden]) .begin button"))
        .await
        .unwrap()
        .click()
        .await
        .unwrap();
    let press = |data: &str| {
        format!(
            "const key = [...document.querySelectorAll('.phone:not([hidden]) .keys button')]\
             .findLast(key => key.dataset.data.startsWith('{data}')); if (key) key.click(); return Boolean(key)"
        )
    };
    becomes_true(&browser, &press("j.l.pl")).await;
    // Nobody but the visitor presses on this phone: one question about consent, and no welcome yet.
    becomes_true(
        &browser,
        "return document.querySelectorAll('.phone:not([hidden]) .turn:not(.mine)').length === 2",
    )
    .await;
    becomes_true(&browser, &press("j.yes")).await;
    becomes_true(
        &browser,
        "return document.querySelectorAll('.phone:not([hidden]) .lasting button').length === 2",
    )
    .await;

    // What is typed is answered in Polish, with who reads it.
    let text = browser.find(Locator::Css(".phone:not([hidden]) .say textarea")).await.unwrap();
    text.send_keys("Czy jutro potrzebne są kalosze?").await.unwrap();
    browser
        .find(Locator::Css(".phone:not([hidden]) .say button"))
        .await
        .unwrap()
        .click()
        .await
        .unwrap();
    becomes_true(
        &browser,
        "return document.querySelector('.phone:not([hidden]) .chat').innerText.includes('020-555 01 2')",
    )
    .await;

    browser.close().await.unwrap();
    demo.end().await;
}
