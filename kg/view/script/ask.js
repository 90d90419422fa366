// Questions in SPARQL, answered inside the page by Oxigraph in a thread of its own, which can be stopped.

const LIMIT = 10; // seconds for a question
const FILLING = 120; // seconds for the engine to start and to take the triples in
const engine = JSON.parse(find("#engine").textContent);
const keyOf = new Map(Object.entries(engine.things));
const byLabel = new Map(Object.entries(data.things).reverse().map(([key, thing]) => [thing.label, key]));
const byWords = new Map([...factOf].reverse().map(([key, { claim }]) => [wordsOf(claim.spans), key]));
const prefixes = Object.entries(engine.prefixes);
const head = prefixes.map(([short, iri]) => `PREFIX ${short}: <${iri}>`).join(" ");
let parts; // the engine and the triples, unpacked for the first question
let thread = null; // the worker that holds all triples of the page, until a question has to be stopped
let stop = () => {};

const unpack = () => Promise.all([
  unpacked(engine.program, "text/javascript"),
  unpacked(engine.wasm, "application/wasm").then((blob) => blob.arrayBuffer()),
  unpacked(engine.quads, "text/plain").then((blob) => blob.text()),
]);

/** What the worker answers to a message. Whatever else ends the wait ends the worker too. */
function answerOf(worker, message, seconds, late) {
  return new Promise((done, fail) => {
    const settle = (settled, value) => { clearTimeout(clock); find("#stop").hidden = true; settled(value); };
    const end = (words) => { worker.terminate(); if (thread === worker) thread = null; settle(fail, new Error(words)); };
    const clock = setTimeout(() => end(late), seconds * 1000);
    stop = () => end("stopped");
    find("#stop").hidden = false;
    worker.onerror = (event) => end(event.message || "this browser does not start the query engine's thread");
    worker.onmessage = ({ data: { wrong, broken, ...answer } }) => {
      if (broken) end(`the query engine broke off: ${wrong}. It starts anew with the next question.`);
      else if (wrong) settle(fail, new Error(wrong)); else settle(done, answer);
    };
    worker.postMessage(message);
  });
}

async function ready() {
  if (thread) return thread;
  const [program, wasm, quads] = await (parts ??= unpack());
  const place = URL.createObjectURL(program);
  const worker = new Worker(place);
  try {
    await answerOf(worker, { wasm, quads }, FILLING, `the query engine was not ready within ${FILLING} seconds`);
  } finally { URL.revokeObjectURL(place); }
  thread = worker;
  return worker;
}

function termCell(term) {
  if (!term) return "";
  const text = term.value;
  const thing = keyOf.get(text) || byLabel.get(text);
  if (thing) return nameLink(thing);
  const fact = factOf.has(text.split("#").pop()) ? text.split("#").pop() : "";
  if (fact) return element("a", { className: "property", href: `#${fact}`, dataset: { fact } }, spoken(factOf.get(fact).fact));
  if (byWords.has(text)) return element("a", { className: "words", href: `#${byWords.get(text)}`, dataset: { fact: byWords.get(text) } }, text);
  const [short, namespace] = (term.named && prefixes.find(([, iri]) => text.startsWith(iri))) || [];
  return short ? `${short}:${text.slice(namespace.length)}` : text;
}

function showAnswer({ columns, rows, count }) {
  const top = element("tr", {}, ...columns.map((column) => element("th", { scope: "col" }, column)));
  const body = rows.map((row) => element("tr", {}, ...row.map((term) => element("td", {}, termCell(term)))));
  find("#answer").replaceChildren(...(rows.length ? [element("table", {}, element("thead", {}, top), element("tbody", {}, ...body))] : []));
  find("#asked").textContent = count > rows.length ? `the first ${rows.length} of ${count} rows` : plural(count, "row");
}

async function ask() {
  if (find("#asking").ariaBusy === "true") return;
  find("#asking").ariaBusy = "true";
  find("#asked").textContent = thread ? "asking …" : "starting the engine …";
  find("#wrong").textContent = "";
  find("#answer").replaceChildren();
  try {
    const worker = await ready();
    find("#asked").textContent = "asking …";
    const late = `No answer within ${LIMIT} seconds, so the question was stopped. Ask for less: name a thing, or link all parts of the question.`;
    showAnswer(await answerOf(worker, { sparql: `${head}\n${find("#sparql").value}` }, LIMIT, late));
  } catch ({ message }) {
    find("#asked").textContent = message === "stopped" ? message : "";
    // the line of prefixes before the question is ours
    if (message !== "stopped") find("#wrong").textContent = message.replace(/\bat (\d+):/, (_, line) => `at line ${line - 1}, column `);
  }
  find("#asking").ariaBusy = "false";
}

find("#asking").hidden = false;
find("#ready").onchange = (event) => { find("#sparql").value = event.target.selectedOptions[0].dataset.sparql; };
find("#run").onclick = ask;
find("#stop").onclick = () => { stop(); find("#run").focus(); };
find("#sparql").addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) ask(); });
