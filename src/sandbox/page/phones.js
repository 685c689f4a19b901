// Draws the phones and sends what is done on them. Only a phone that changed is drawn again, and
// of it only the chat, so that what is being typed stays.
"use strict";

const byId = (id) => document.getElementById(id);
const phones = new Map();
const colours = ["#1f6f8b", "#8b5a1f", "#5b7a2e", "#7a3e73", "#a34a3a", "#3d5a9e", "#2e7a6b"];

const make = (tag, className, text) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
};

// A start link has its code in it; anything else is the code itself.
const codeIn = (typed) => {
  const text = typed.trim();
  const link = text.match(/[?&]start=([^&#]*)/);
  return (link ? decodeURIComponent(link[1]) : text) || null;
};

async function send(path, what) {
  const trouble = byId("trouble");
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(what),
    });
    trouble.hidden = answer.ok;
    if (!answer.ok) trouble.textContent = `Not done: ${await answer.text()}`;
    return answer.ok ? answer.json() : null;
  } catch {
    trouble.hidden = false;
    trouble.textContent = "The sandbox does not answer.";
    return null;
  }
}

const act = (id, does, more = {}) => send(`/sandbox/phones/${id}`, { does, ...more });

function build(view) {
  const element = byId("phone").content.firstElementChild.cloneNode(true);
  const find = (selector) => element.querySelector(selector);
  element.id = `phone-${view.id}`;
  element.setAttribute("aria-label", `Phone of ${view.name}`);
  find("h2").textContent = view.name;
  find("h2").title = view.name;
  find(".note").textContent = view.note;
  find(".note").title = view.note;
  find(".language").textContent = view.app_language;
  find(".face").textContent = [...view.name][0] ?? "?";
  find(".face").style.setProperty("--face", colours[view.id % colours.length]);
  find(".chat").setAttribute("aria-label", `Chat of ${view.name}`);
  find(".menu summary").setAttribute("aria-label", `More on the phone of ${view.name}`);
  find(".say textarea").setAttribute("aria-label", `Message from ${view.name}`);
  find(".begin input").setAttribute("aria-label", `Start link or code for ${view.name}`);
  find(".alone").href = `/?phone=${view.id}`;
  follows(find(".chat"));
  const phone = { element, view, known: new Map(), toasts: view.toasts };
  listen(phone, find);
  byId("phones").append(element);
  return phone;
}

function listen(phone, find) {
  const { element, view: { id } } = phone;
  const say = find(".say");
  say.addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = say.elements.text.value;
    const reply = phone.replyTo ? { reply_to: phone.replyTo } : {};
    if (!text.trim() || !(await act(id, "type", { text, ...reply }))) return;
    answerTo(phone, null);
    if (say.elements.text.value === text) say.reset();
  });
  say.elements.text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      say.requestSubmit();
    }
  });
  for (const form of [find(".begin"), find(".start")]) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      find(".menu").open = false;
      if (await act(id, "start", { code: codeIn(form.elements.code.value) })) form.reset();
    });
  }
  element.addEventListener("dblclick", (event) => {
    const turn = event.target.closest(".turn");
    if (turn && !event.target.closest(".keys")) answerTo(phone, Number(turn.dataset.message));
  });
  find(".answering button").addEventListener("click", () => answerTo(phone, null));
  element.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.does) {
      find(".menu").open = false;
      const caption = button.dataset.does === "send_photo" ? { caption: null } : {};
      act(id, button.dataset.does, caption);
    } else if (button?.dataset.types !== undefined) {
      act(id, "type", { text: button.dataset.types });
    } else if (button?.dataset.data !== undefined) {
      act(id, "press", { message_id: Number(button.dataset.message), data: button.dataset.data });
    }
  });
}

// What is typed next answers this message; a double click on a message chooses it.
function answerTo(phone, message) {
  phone.replyTo = message;
  const bar = phone.element.querySelector(".answering");
  const chosen = phone.view.messages.find(({ id }) => id === message);
  bar.hidden = !chosen;
  if (!chosen) return;
  bar.querySelector("span").textContent = plain(chosen);
  phone.element.querySelector(".say textarea").focus();
}

// The first words of a message, without its markup.
function plain({ html }) {
  const words = make("div");
  words.innerHTML = html;
  return words.textContent.slice(0, 60);
}

function draw(view) {
  const phone = phones.get(view.id) ?? phones.set(view.id, build(view)).get(view.id);
  phone.view = view;
  const { element } = phone;
  element.classList.toggle("fresh", !view.started);
  element.classList.toggle("barred", view.started && view.blocked);
  element.classList.toggle("open", view.started && !view.blocked);
  element.querySelector(".blocking").hidden = !view.started || view.blocked;
  drawChat(phone);
  drawLasting(element.querySelector(".lasting"), view);
  if (view.toasts > phone.toasts) showToast(element.querySelector(".toast"), view.toast);
  phone.toasts = view.toasts;
}

function drawChat(phone) {
  const chat = phone.element.querySelector(".chat");
  const atEnd = isAtEnd(chat);
  const first = phone.known.size === 0;
  const known = new Map();
  const children = [];
  let day = null;
  for (const message of phone.view.messages) {
    if (message.day !== day) children.push(make("div", "day", (day = message.day)));
    const text = JSON.stringify(message);
    const before = phone.known.get(message.id);
    const turn = before?.text === text ? before.turn : bubble(message, phone.view);
    turn.classList.toggle("new", !before && !first);
    known.set(message.id, { text, turn });
    children.push(turn);
  }
  phone.known = known;
  const pressed = document.activeElement?.closest?.(".keys") && chat.contains(document.activeElement);
  chat.replaceChildren(...children);
  if (pressed) chat.focus({ preventScroll: true });
  if (atEnd || first) toEnd(chat);
}

// The keyboard under the chat: pressing a key types its words.
function drawLasting(place, view) {
  place.hidden = view.keyboard.length === 0 || !view.started || view.blocked;
  place.replaceChildren(
    ...view.keyboard.map((label) => {
      const key = make("button", "", label);
      key.type = "button";
      key.dataset.types = label;
      return key;
    }),
  );
}

const isAtEnd = (chat) => chat.scrollHeight - chat.scrollTop - chat.clientHeight < 60;

// A phone that is turned and a keyboard that opens change the size of a chat: its end stays in sight.
const sizes = new ResizeObserver((changed) => {
  for (const { target } of changed) if (target.ended !== false) toEnd(target);
});

function follows(chat) {
  chat.addEventListener("scroll", () => (chat.ended = isAtEnd(chat)), { passive: true });
  sizes.observe(chat);
}

// Pictures that come later would push the last message out of sight.
function toEnd(chat) {
  const go = () => (chat.scrollTop = chat.scrollHeight);
  for (const picture of chat.querySelectorAll("img"))
    if (!picture.complete) picture.addEventListener("load", go, { once: true });
  go();
}

function bubble(message, view) {
  const turn = make("div", `turn${message.mine ? " mine" : ""}`);
  turn.dataset.message = message.id;
  const body = make("div", "bubble");
  if (message.forwarded) body.append(make("span", "forwarded", "Forwarded"));
  const answered = view.messages.find(({ id }) => id === message.reply_to);
  if (answered) body.append(make("span", "forwarded", `↩ ${plain(answered)}`));
  if (message.photo) {
    const image = make("img");
    image.src = `/sandbox/pictures/${encodeURIComponent(message.photo.file_id)}`;
    image.alt = "Picture";
    image.width = message.photo.width;
    image.height = message.photo.height;
    body.append(image);
    turn.classList.add("wide");
  }
  if (message.voice) {
    const player = make("audio", "voice");
    player.controls = true;
    player.preload = "none";
    player.src = `/sandbox/voices/${encodeURIComponent(message.voice.file_id)}`;
    player.setAttribute("aria-label", `Voice note, ${message.voice.seconds} s`);
    body.append(player, make("span", "wave", `${message.voice.seconds} s`));
    turn.classList.add("wide");
  }
  if (message.document) {
    const file = make("a", "file");
    file.href = `/sandbox/documents/${encodeURIComponent(message.document.file_id)}`;
    file.download = message.document.name;
    const name = make("span", "name", message.document.name);
    name.dir = "auto";
    file.append(name, make("span", "size", message.document.size));
    body.append(file);
    turn.classList.add("wide");
  }
  if (message.pin) {
    const place = make("div", "pin");
    for (const [part, text] of [["name", message.pin.title], ["address", message.pin.address]]) {
      const line = make("span", part, text);
      line.dir = "auto";
      place.append(line);
    }
    const degrees = make("span", "size", message.pin.place);
    degrees.dir = "ltr";
    place.append(degrees);
    body.append(place);
    turn.classList.add("wide");
  }
  if (message.kind === "sticker") body.append(make("div", "big", "👍"));
  if (message.html) {
    const words = make("div", "words");
    words.dir = "auto";
    // Made by the sandbox from plain text and ranges: everything in it is escaped.
    words.innerHTML = message.html;
    // A block ends its line by itself; the line break after it would show as an empty line.
    for (const block of words.querySelectorAll("blockquote, pre")) {
      const next = block.nextSibling;
      if (next?.nodeType === Node.TEXT_NODE) next.data = next.data.replace(/^\n/, "");
    }
    body.append(words);
  }
  const marks = [message.silent ? "silent" : "", message.edited ? "edited" : "", message.time];
  body.append(make("span", "meta", marks.filter(Boolean).join(" · ")));
  turn.append(body);
  if (message.buttons.length) turn.append(keys(message));
  return turn;
}

function keys(message) {
  const rows = make("div", "keys");
  for (const row of message.buttons) {
    const line = make("div");
    for (const button of row) {
      const key = make(button.url ? "a" : "button", "", button.label);
      if (button.url) {
        key.href = button.url;
        key.target = "_blank";
        key.rel = "noopener noreferrer";
      } else {
        key.type = "button";
        key.dataset.message = message.id;
        if (button.data !== null) key.dataset.data = button.data;
      }
      line.append(key);
    }
    rows.append(line);
  }
  return rows;
}

function showToast(place, toast) {
  place.textContent = toast.text;
  place.dir = "auto";
  place.hidden = false;
  clearTimeout(place.timer);
  place.timer = setTimeout(() => (place.hidden = true), toast.alert ? 8000 : 3500);
}

// Which phone is shown alone, by /#id or /?phone=id.
const alone = () =>
  Number(location.hash.slice(1) || new URLSearchParams(location.search).get("phone")) || null;

function choose() {
  const only = alone();
  const wanted = byId("name").value.trim().toLowerCase();
  const language = byId("language").value;
  let shown = 0;
  for (const [id, { element, view }] of phones) {
    const fits = only
      ? id === only
      : `${view.name} ${view.note}`.toLowerCase().includes(wanted) &&
        (!language || view.app_language === language);
    if (fits && element.hidden) setTimeout(() => toEnd(element.querySelector(".chat")));
    element.hidden = !fits;
    shown += fits;
  }
  document.body.classList.toggle("alone", Boolean(only));
  byId("all").hidden = !only;
  byId("nobody").hidden = shown > 0;
}

function offerLanguages() {
  const select = byId("language");
  const offered = new Set([...select.options].map((option) => option.value));
  const spoken = [...phones.values()].map(({ view }) => view.app_language);
  for (const language of [...new Set(spoken)].sort()) {
    if (!offered.has(language)) select.append(new Option(language, language));
  }
}

function showCalendar(calendar) {
  byId("now").textContent = calendar.words;
  byId("now").dateTime = calendar.local;
  if (document.activeElement !== byId("at")) byId("at").value = calendar.local;
}

async function turn(jump) {
  const calendar = await send("/sandbox/calendar", jump);
  if (calendar) showCalendar(calendar);
}

for (const button of document.querySelectorAll("[data-jump]")) {
  button.addEventListener("click", () => turn(button.dataset.jump));
}
byId("turn").addEventListener("submit", (event) => {
  event.preventDefault();
  turn({ at: byId("at").value });
  byId("at").blur();
});
byId("name").addEventListener("input", choose);
byId("language").addEventListener("change", choose);
addEventListener("hashchange", () => {
  choose();
  for (const { element } of phones.values()) toEnd(element.querySelector(".chat"));
});
// One open menu at a time, and none after a click elsewhere.
addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(".menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

function take({ calendar, phones: changed }) {
  showCalendar(calendar);
  changed.forEach(draw);
  offerLanguages();
  choose();
}

function follow() {
  const changes = new EventSource("/sandbox/changes");
  changes.onmessage = (event) => {
    take(JSON.parse(event.data));
    byId("trouble").hidden = true;
  };
  changes.onerror = () => {
    byId("trouble").hidden = false;
    byId("trouble").textContent = "The sandbox does not answer; trying again.";
  };
}

take(JSON.parse(byId("everything").textContent));
// Only then, so that an endless stream does not keep the page from being loaded. Pictures have
// their height by now, too.
addEventListener("load", () => {
  for (const { element } of phones.values()) toEnd(element.querySelector(".chat"));
  follow();
});
// The calendar goes on by itself, and the program may turn it too.
setInterval(async () => {
  try {
    showCalendar(await (await fetch("/sandbox/calendar")).json());
  } catch {
    // The error of the event stream is shown already.
  }
}, 5000);
