// The pages' one module. Without it everything works by forms and links; with it charts follow their journal, clocks
// run, and keys go where hands are quicker than a pointer. It writes text with textContent only.

const $ = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

/* Live panel: the event stream says that the journal has changed, the fragment is fetched, and the sections that differ
   are swapped. Focus, selection, scroll, what is open and what was being typed stay. */
function keep(section) {
  const focused = document.activeElement;
  const within = section.contains(focused) && focused.id;
  return {
    id: within ? focused.id : null,
    range: within && "selectionStart" in focused ? [focused.selectionStart, focused.selectionEnd] : null,
    open: new Map(all("details[id]", section).map((one) => [one.id, one.open])),
    typed: new Map(all("input[id], textarea[id], select[id]", section)
      .filter((one) => one.value !== (one.defaultValue ?? "") && one.type !== "hidden").map((one) => [one.id, one.value])),
  };
}

function restore(section, kept) {
  for (const [id, open] of kept.open) { const one = document.getElementById(id); if (one && section.contains(one)) one.open = open; }
  for (const [id, value] of kept.typed) { const one = document.getElementById(id); if (one && section.contains(one)) one.value = value; }
  const focus = kept.id && document.getElementById(kept.id);
  if (!focus) return;
  focus.focus({ preventScroll: true });
  if (kept.range && kept.range[0] !== null) try { focus.setSelectionRange(...kept.range); } catch { /* a field without a caret */ }
}

function swap(panel, html) {
  const fresh = new DOMParser().parseFromString(html, "text/html").body;
  for (const next of all(":scope > section[id]", fresh)) {
    const old = document.getElementById(next.id);
    if (!old || !panel.contains(old)) { panel.append(document.importNode(next, true)); continue; }
    const before = old.dataset.source ?? strip(old);
    if (before === strip(next)) continue;
    const kept = keep(old);
    // The section itself stays, so that what is said politely is said by the region that was there.
    old.replaceChildren(...[...next.childNodes].map((node) => document.importNode(node, true)));
    old.dataset.source = strip(next);
    restore(old, kept);
    old.classList.remove("swapped"); void old.offsetWidth; old.classList.add("swapped");
  }
}

// What a reader opens is no difference of content.
const strip = (section) => section.innerHTML.replaceAll(/ open(="")?(?=[ >])/g, "");

function follow(panel) {
  for (const section of all(":scope > section[id]", panel)) section.dataset.source = strip(section);
  let waiting = false, again = false;
  const refresh = async () => {
    if (waiting) { again = true; return; }
    waiting = true;
    try {
      const query = new URLSearchParams(location.search);
      const span = query.get("span");
      const answer = await fetch(panel.dataset.panel + (span ? `?span=${encodeURIComponent(span)}` : ""),
        { credentials: "same-origin", headers: { Accept: "text/html" } });
      if (answer.redirected || answer.status === 401) { location.reload(); return; }
      if (answer.ok) { const { scrollX, scrollY } = window; swap(panel, await answer.text()); window.scrollTo(scrollX, scrollY); }
    } catch { /* The stream reconnects; the next event fetches again. */ }
    waiting = false;
    if (again) { again = false; refresh(); }
  };
  const events = new EventSource(panel.dataset.events);
  events.onmessage = refresh;
  events.addEventListener("change", refresh);
  // After an interruption something may have been missed.
  let wasDown = false;
  events.onerror = () => { wasDown = true; };
  events.onopen = () => { if (wasDown) { wasDown = false; refresh(); } };
}

/* Entries are sent without leaving the chart: the answer is the chart's page, and what differs of it is taken over. */
function say(kind, word, text) {
  const main = document.getElementById("main"), line = document.createElement("p"), strong = document.createElement("strong");
  line.className = `notice ${kind}`; line.setAttribute("role", kind === "failed" ? "alert" : "status");
  strong.textContent = `${word}:`; line.append(strong, ` ${text}`);
  for (const old of all(":scope > .notice", main)) old.remove();
  main.prepend(line);
}

async function send(form, panel) {
  const button = $("button", form);
  button.disabled = true;
  try {
    const answer = await fetch(form.getAttribute("action"),
      { method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin", headers: { Accept: "text/html" } });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html"), next = $("[data-panel]", fresh);
    if (new URL(answer.url).pathname === "/sign-in") { location.reload(); return; }
    if (!next) { say("failed", "Not done", $("main", fresh)?.textContent.trim().replace(/\s+/g, " ") ?? "the server did not answer as expected"); button.disabled = false; return; }
    swap(panel, next.innerHTML);
    const own = form.id && fresh.getElementById(form.id);
    if (own && form.isConnected && !panel.contains(form)) {
      form.replaceChildren(...[...own.childNodes].map((node) => document.importNode(node, true)));
      arm(form);
    }
    if (answer.ok) say("done", "Done", "Written."); else $("[aria-invalid], input:not([type=hidden])", form)?.focus();
  } catch {
    say("failed", "Not sent", "The server cannot be reached. What you typed is still here; send it again.");
    button.disabled = false;
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target, panel = $("[data-panel]");
  if (!panel?.dataset.events || form.method !== "post" || !form.closest(".entries, [data-panel]")) return;
  event.preventDefault();
  send(form, panel);
});

/* Progress of a trial: data is {"state":s,"done":n,"patients":n,"seconds":n,"remaining":n}; when it is over the outcome is shown. */
function progress(section) {
  const bar = $("[data-progress]", section), words = $("[data-progress-words]", section);
  let said = 0;
  const take = (event) => {
    let now; try { now = JSON.parse(event.data); } catch { return; }
    if (["done", "failed", "cancelled"].includes(now.state)) { events.close(); location.reload(); return; }
    bar.max = now.patients; bar.value = now.done;
    // A screen reader hears it every five seconds, not with each patient.
    if (Date.now() - said < 5000 && now.done < now.patients) return;
    said = Date.now();
    const rate = now.seconds > 0 && now.done ? `, ${Math.round(now.done / now.seconds)} a second` : "", left = now.remaining ? `, ${Math.ceil(now.remaining)} s left` : "";
    words.textContent = `${now.done} of ${now.patients} patients${rate}${left}`;
  };
  const events = new EventSource(section.dataset.trialEvents);
  events.onmessage = take;
  events.addEventListener("progress", take);
}

/* Thaw clock: by the server's clock, since a bedside computer's may be wrong. */
function thaw(face) {
  const offset = Date.parse(face.dataset.now) - Date.now(), end = Date.parse(face.dataset.end);
  const said = $("[data-thaw-said]"), box = face.closest(".clock");
  let last = null;
  const tick = () => {
    const seconds = Math.floor((end - (Date.now() + offset)) / 1000), size = Math.abs(seconds);
    face.textContent = `${Math.floor(size / 60)}:${String(size % 60).padStart(2, "0")} ${seconds >= 0 ? "left" : "OVER"}`;
    box.classList.toggle("over", seconds < 0);
    const mark = [15, 10, 5, 2, 1, 0].find((minute) => seconds <= minute * 60 && seconds > (minute - 1) * 60) ?? (seconds < 0 ? -1 : null);
    if (mark !== null && mark !== last) { last = mark; said.textContent = seconds < 0 ? "The thaw window has passed." : `${mark} minutes left.`; }
  };
  tick();
  setInterval(tick, 500);
}

/* Scanner: Enter goes to the next empty field; only the last one sends. */
function scanning(list) {
  list.addEventListener("keydown", (event) => {
    const field = event.target;
    if (event.key !== "Enter" || field.tagName !== "INPUT" || field.type === "checkbox") return;
    const fields = all("input:not([type=hidden]):not([type=checkbox])", field.form);
    const next = fields.slice(fields.indexOf(field) + 1).find((one) => !one.value && one.required);
    const password = fields.find((one) => one.type === "password" && !one.value);
    const target = next ?? (field.type === "password" ? null : field.name === "second_name" ? password : fields.find((one) => one.name === "second_name" && !one.value));
    if (target) { event.preventDefault(); target.focus(); }
  });
}

/* Board: the filter hides rows as it is typed. */
function filtering(field) {
  const board = document.getElementById(field.dataset.filter), status = document.getElementById("filter-status");
  const apply = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const group of all("[data-group]", board)) {
      let here = 0;
      for (const row of all("[data-search]", group)) { row.hidden = !words.every((word) => row.dataset.search.includes(word)); if (!row.hidden) here += 1; }
      group.hidden = here === 0; shown += here;
    }
    status.textContent = words.length ? `${shown} patients shown` : "";
  };
  field.addEventListener("input", apply);
}

/* Vital signs: a flow is asked for only with a cannula. */
function flow(choice) {
  const field = $("#vitals-flow")?.closest(".field");
  if (!field) return;
  const apply = () => { field.hidden = choice.value !== "cannula"; };
  choice.addEventListener("change", apply);
  apply();
}

/* Doses: the unit is the drug's own. */
function units(choice) {
  const unit = document.getElementById(choice.id.replace(/-(drug|analyte)$/, "") + (choice.name === "drug" ? "-amount-unit" : "-value-unit"));
  if (!unit) return;
  choice.addEventListener("change", () => { unit.textContent = choice.value ? choice.selectedOptions[0].textContent.split(", ").pop() : ""; });
}

function arm(root) {
  for (const choice of all("#vitals-oxygen", root)) flow(choice);
  for (const choice of all("#dose-drug, #order-drug, #lab-analyte", root)) units(choice);
}

/* Drawings of trials, by the charting library, in the page's own colours. */
function draw(place) {
  const source = document.getElementById(place.dataset.plot);
  if (!source || !window.Plotly) return;
  const drawing = JSON.parse(source.textContent), style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const series = [colour("--plot"), colour("--band"), colour("--good"), colour("--bad")], dashes = ["solid", "dash", "dot", "dashdot"];
  const symbols = ["circle", "square-open", "diamond", "x"];
  const data = drawing.data.map((trace) => {
    const own = series[trace.series % 4], base = { type: "scatter", name: trace.name, x: trace.x, y: trace.y ?? trace.labels };
    if (trace.kind === "points") return { ...base, mode: "markers", marker: { color: own, size: 9, symbol: symbols[trace.series % 4] },
      error_x: { type: "data", symmetric: false, array: trace.whiskers.plus, arrayminus: trace.whiskers.minus, color: own } };
    if (trace.kind === "lower" || trace.kind === "upper") return { ...base, mode: "lines", line: { width: 0, color: own }, showlegend: false,
      fill: trace.kind === "upper" ? "tonexty" : undefined, fillcolor: own + "2e", hoverinfo: "skip" };
    return { ...base, mode: "lines", line: { color: own, dash: dashes[trace.series % 4], shape: trace.kind === "steps" ? "hv" : "linear" } };
  });
  const axis = { gridcolor: colour("--rule"), zerolinecolor: colour("--rule"), automargin: true };
  window.Plotly.newPlot(place, data, {
    height: drawing.height, margin: { l: 60, r: 10, t: 10, b: 50 }, paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)",
    font: { color: colour("--ink"), family: "system-ui, sans-serif", size: 13 }, legend: { orientation: "h", y: 1.02, yanchor: "bottom" },
    xaxis: { ...axis, title: { text: drawing.x }, tickformat: drawing.xIsShare ? ".0%" : undefined },
    yaxis: { ...axis, title: { text: drawing.y }, type: drawing.yIsLog ? "log" : undefined, tickformat: drawing.yIsShare ? ".0%" : undefined,
      autorange: drawing.yIsShare ? false : drawing.data[0]?.labels ? "reversed" : true, range: drawing.yIsShare ? [0, 1.02] : undefined },
  }, { responsive: true, displayModeBar: false });
}

/* Keys. None acts while somebody types, and none with a modifier; `?` lists them. */
const keys = [
  ["?", "This list"], ["/", "Filter of the board"], ["j, k", "Next and previous patient on the board"], ["b", "Board"],
  ["v", "Write vital signs"], ["i", "Write an ICE assessment"], ["d", "Write a dose"], ["l", "Write a laboratory value"],
  ["o", "Write an order"], ["g", "Grades"], ["a", "Alerts"], ["r", "Recommendations"], ["Esc", "Leave a field"],
];

function help() {
  let dialog = $("#shortcuts");
  if (!dialog) {
    dialog = document.createElement("dialog");
    dialog.id = "shortcuts";
    dialog.setAttribute("aria-labelledby", "shortcuts-title");
    const title = document.createElement("h2"), list = document.createElement("dl"), form = document.createElement("form"), close = document.createElement("button");
    title.id = "shortcuts-title"; title.textContent = "Keyboard shortcuts";
    for (const [key, words] of keys) {
      const term = document.createElement("dt"), mark = document.createElement("kbd"), detail = document.createElement("dd");
      mark.textContent = key; detail.textContent = words; term.append(mark); list.append(term, detail);
    }
    form.method = "dialog"; close.textContent = "Close"; form.append(close);
    dialog.append(title, list, form);
    document.body.append(dialog);
  }
  if (!dialog.open) dialog.showModal();
}

function enter(kind) {
  const details = document.getElementById(`enter-${kind}`);
  if (!details) return false;
  details.open = true;
  const field = $("input:not([type=hidden]), select, textarea", $("form", details));
  field?.focus();
  return true;
}

function go(id) {
  const section = document.getElementById(id);
  if (!section) return false;
  section.tabIndex = -1; section.focus({ preventScroll: true }); section.scrollIntoView();
  return true;
}

function step(by) {
  const links = all("#board-rows tr:not([hidden]) th a");
  if (!links.length) return false;
  const now = links.indexOf(document.activeElement);
  links[Math.min(Math.max(now + by, 0), links.length - 1)].focus();
  return true;
}

const acts = {
  "?": () => (help(), true), "/": () => { const field = $("#filter"); field?.focus(); return !!field; },
  j: () => step(1), k: () => step(-1), b: () => { location.href = "/"; return true; },
  v: () => enter("vitals"), i: () => enter("neurology"), d: () => enter("dose"), l: () => enter("lab"), o: () => enter("order"),
  g: () => go("grades"), a: () => go("alerts"), r: () => go("counsel"),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.matches?.("input, select, textarea, [contenteditable]");
  if (event.key === "Escape" && typing) { event.target.blur(); return; }
  if (typing || event.ctrlKey || event.metaKey || event.altKey || $("dialog[open]")) return;
  if (acts[event.key]?.()) event.preventDefault();
});

for (const panel of all("[data-panel]")) follow(panel);
for (const section of all("[data-trial-events]")) progress(section);
for (const face of all("[data-thaw]")) thaw(face);
for (const list of all("[data-scan]")) scanning(list);
for (const field of all("[data-filter]")) filtering(field);
arm(document);
for (const link of all(".jumps a[href*='#enter-']")) link.addEventListener("click", (event) => { if (enter(link.hash.slice(7))) event.preventDefault(); });
for (const button of all("[data-help]")) { button.hidden = false; button.addEventListener("click", help); }
for (const button of all("[data-print]")) { button.hidden = false; button.addEventListener("click", () => window.print()); }
if (all("[data-plot]").length) {
  if (window.Plotly) all("[data-plot]").forEach(draw); else addEventListener("load", () => all("[data-plot]").forEach(draw));
}
