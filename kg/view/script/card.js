// What is chosen: a thing, a fact or a quote, with its card and its words.

const nameLink = (key) => element("a", { className: `name ${data.things[key].group}`, href: `#thing=${key}`, dataset: { thing: key } }, data.things[key].label);

function sentence(fact, own = "") {
  const end = (key, text) => (!key ? element("span", { className: "value" }, text) : key === own ? data.things[key].label : nameLink(key));
  return [end(fact.subject, ""), " ", element("span", { className: "property" }, fact.words), " ", end(fact.object, fact.value)];
}
const spoken = (fact) => `${data.things[fact.subject].label} ${fact.words} ${fact.value}`;

function badges(claim) {
  const made = [];
  if (claim.modality !== "Actual") made.push(element("span", { className: `badge ${claim.modality}` }, claim.modality.toLowerCase()));
  if (claim.derivation === "Implied") made.push(element("span", { className: "badge" }, "implied"));
  return made.flatMap((badge) => [" ", badge]);
}

const button = (text, onclick, properties = {}) => element("button", { type: "button", onclick, ...properties }, text);

function thingCard(key) {
  const thing = data.things[key];
  const facts = factsAbout.get(key) || [];
  const speeches = Object.entries(data.speeches).filter(([, speech]) => speech.speaker === key);
  const byWords = new Map();
  for (const fact of facts) {
    const heading = fact.subject === key ? fact.words : `← ${fact.words}`;
    byWords.set(heading, [...(byWords.get(heading) || []), fact]);
  }
  return [
    element("h2", {}, thing.label),
    element("p", {}, element("small", {}, [thing.type, thing.aliases.length ? `also: ${thing.aliases.join("; ")}` : ""].filter(Boolean).join(" · "))),
    ...thing.links.map((link) => element("p", {}, element("a", { className: "outside", href: link, target: "_blank", rel: "noreferrer noopener" }, link.replace(/^https?:\/\//, "")))),
    mentionRow(key),
    ...[...byWords].flatMap(([heading, some]) => [element("h3", {}, heading), element("ul", {}, ...some.map((fact) => factLine(fact, key)))]),
    ...(speeches.length ? [element("h3", {}, "said"), element("ul", {}, ...speeches.map(([speech, { spans }]) => speechLine(speech, spans)))] : []),
  ];
}

function factLine(fact, own) {
  const line = element("li", {}, ...sentence(fact, own), ...badges(fact.claims[0]), " ");
  line.append(button("words", () => choose("fact", fact.key), { className: "proof", ariaLabel: `Show the words: ${spoken(fact)}` }));
  return line;
}

function speechLine(key, spans) {
  const words = wordsOf(spans);
  return element("li", {}, button(words.length > 110 ? `“${words.slice(0, 109)}…”` : `“${words}”`, () => choose("speech", key), { className: "said" }));
}

/** Mentions count with buttons to step through them. */
function mentionRow(key) {
  const marks = findAll(`.m[data-thing="${CSS.escape(key)}"]`);
  if (!marks.length) return element("p", {}, element("small", {}, "not named in the text"));
  let at = -1;
  const where = element("span", {}, plural(marks.length, "mention"));
  const step = (by) => () => {
    at = (at + by + marks.length) % marks.length;
    openTab("article");
    where.textContent = `mention ${at + 1} of ${marks.length}`;
    marks[at].scrollIntoView({ block: "center", behavior: still() ? "auto" : "smooth" });
    const hits = highlightMark(marks[at]);
    say(`mention ${at + 1} of ${marks.length}: ${hits}`);
  };
  return element("div", { className: "row" }, where, button("‹", step(-1), { ariaLabel: "Previous mention" }), button("›", step(1), { ariaLabel: "Next mention" }));
}

function highlightMark(mark) {
  for (const other of findAll(".m.hit")) other.classList.remove("hit");
  mark.classList.add("hit");
  return mark.textContent;
}

function factCard(key) {
  const { fact } = factOf.get(key);
  const several = data.articles.length > 1;
  return [
    element("h2", {}, ...sentence(fact)),
    ...fact.claims.flatMap((claim) => [
      element("blockquote", {}, element("a", { className: "words", href: `#${claim.key}`, dataset: { fact: claim.key } }, wordsOf(claim.spans))),
      element("p", {}, element("small", {}, "says ", claim.by ? nameLink(claim.by) : claim.speaker, several ? `, in ${sourceOf(claim)}` : "",
        ` · ${claim.modality === "Actual" ? "said to be so" : claim.modality.toLowerCase()} · ${claim.derivation === "Implied" ? "implied by the words" : "explicit"}`,
        ` · confidence ${Math.round(claim.confidence * 100)} %${claim.rule ? ` · rule ${claim.rule}` : ""}`)),
    ]),
    element("div", { className: "row" }, button("Copy link", (event) => copy(event.target, key))),
  ];
}

function copy(target, key) {
  const link = `${location.href.split("#")[0]}#${key}`;
  const done = () => { target.textContent = "Copied"; say("link copied"); };
  const field = () => {
    const input = element("input", { value: link, readOnly: true, ariaLabel: "Link" });
    target.replaceWith(input);
    input.select();
  };
  if (navigator.clipboard) navigator.clipboard.writeText(link).then(done, field); else field();
}

function speechCard(key) {
  const speech = data.speeches[key];
  return [element("h2", {}, speech.speaker ? nameLink(speech.speaker) : speech.name), element("p", {}, element("small", {}, speech.direct ? "word for word" : "in the article’s words"))];
}

const sourceOf = (claim) => data.articles[articleOf(claim)].publisher || `article ${articleOf(claim) + 1}`;

const CARDS = { thing: thingCard, fact: factCard, speech: speechCard };

/** Chooses a thing, fact or quote (or nothing, with an empty kind) and shows it everywhere. */
function choose(kind, key) {
  if (kind === "fact") key = factOf.get(key).claim.key;
  state.chosen = { kind, key };
  const card = find("#card");
  card.hidden = !kind;
  card.replaceChildren(...(kind ? [...CARDS[kind](key), button("×", () => choose("", ""), { className: "shut", ariaLabel: "Close" })] : []));
  card.scrollTop = 0;
  for (const row of findAll("tr.chosen")) row.classList.remove("chosen");
  if (kind === "fact") showFact(key);
  else if (kind === "speech") { openTab("article"); show(highlight(data.speeches[key].spans)[0]); say(`quote of ${data.speeches[key].name}`); }
  else if (kind === "thing") { markMentions(key, state.tab === "article"); say(told(key)); }
  else { unhighlight(); say("nothing selected"); }
  if (!kind && state.focus) setFocus(0);
  paint();
  keepAddress();
}

const told = (key) => [data.things[key].label, data.things[key].type, plural((factsAbout.get(key) || []).length, "fact"), plural(data.things[key].mentions.length, "mention")].join(", ");

function showFact(key) {
  const { fact, claim } = factOf.get(key);
  const row = find(`#${CSS.escape(key)}`)?.closest("tr");
  if (row) row.classList.add("chosen");
  openTab("article");
  show(highlight(claim.spans)[0]);
  say(`${spoken(fact)}. Words: ${wordsOf(claim.spans)}. Says ${claim.speaker}. ${claim.modality === "Actual" ? "" : claim.modality}`);
}
