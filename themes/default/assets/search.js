// Turns words that a reader types into links, from the index beside the site. Only the search page loads it; nothing of
// what is typed leaves the browser: in the address it stands behind `#`, which no server is told.
(() => {
  'use strict';
  const box = document.getElementById('fp-search');
  const form = box.querySelector('form');
  const field = form.elements.q;
  const easy = form.elements.edition;
  const count = document.getElementById('fp-count');
  const list = document.getElementById('fp-results');
  const language = document.documentElement.lang;
  const title = document.title;
  const MOST = 50;

  // Words are folded as the index is: see `formats/search/words.rs`.
  const DROPPED = /[\u0300-\u036f\u0640\u064b-\u065f\u0670\u093c\u0981\u09bc\u0a01\u0a02\u0a3c\u0a70\u0a71\u0abc\u200b-\u200f]/g;
  const LETTERS = {
    ł: 'l', đ: 'd', ð: 'd', ø: 'o', ħ: 'h', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', '\u0643': '\u06a9',
    '\u0649': '\u06cc', '\u064a': '\u06cc', '\u0629': '\u06c1', '\u0647': '\u06c1', '\u06be': '\u06c1',
    '\u06c3': '\u06c1', '\u06d5': '\u06c1', '\u0671': '\u0627',
  };
  const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef]/g;
  const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6];
  const digit = (c) => {
    const code = c.charCodeAt(0);
    return String(code - ZEROS.find((zero) => code >= zero && code < zero + 10));
  };
  const fold = (text) => text.toLowerCase().normalize('NFD').replace(DROPPED, '').replace(DIGITS, digit)
    .replace(/[^\x00-\x7f]/g, (c) => LETTERS[c] ?? c);

  function stem(word) {
    if (language !== 'en' || word.length < 4 || /[^\x00-\x7f]/.test(word)) return word;
    if (word.endsWith('ies') && word.length > 4) word = word.slice(0, -3) + 'y';
    else if (/(sses|shes|ches|xes)$/.test(word)) word = word.slice(0, -2);
    else if (/s$/.test(word) && !/(ss|us|is)$/.test(word)) word = word.slice(0, -1);
    const ending = ['ing', 'ed'].find((end) => word.endsWith(end) && word.length >= end.length + 4);
    if (ending) {
      word = word.slice(0, -ending.length);
      if (/([^lsz])\1$/.test(word)) word = word.slice(0, -1);
    }
    return word;
  }

  const wordsOf = (text) => (fold(text).match(/[\u3400-\u9fff]|(?:(?![\u3400-\u9fff])[\p{Alphabetic}\p{N}\p{M}])+/gu) ?? [])
    .map(stem).filter((word) => !/^[a-z]$/.test(word));

  // The first letters of Welsh words change with what stands before them: each form leads to the others.
  const MUTATIONS = [
    ['p', 'b', 'mh', 'ph'], ['t', 'd', 'nh', 'th'], ['c', 'g', 'ngh', 'ch'], ['b', 'f', 'm'], ['d', 'dd', 'n'],
    ['g', '', 'ng'], ['m', 'f'], ['ll', 'l'], ['rh', 'r'],
  ];
  const VOWEL = /^[aeiouwylr]/;
  function mutated(word) {
    const forms = new Set();
    if (language !== 'cy') return forms;
    for (const [root, ...others] of MUTATIONS) {
      for (const form of [root, ...others]) {
        if (!word.startsWith(form) || (form === '' && !VOWEL.test(word))) continue;
        const rest = word.slice(form.length);
        if (rest.length > 2) [root, ...others].forEach((other) => forms.add(other + rest));
      }
    }
    forms.delete(word);
    return forms;
  }

  const kept = new Map();
  function read(name, parse) {
    if (!kept.has(name)) {
      const reading = fetch(`${box.dataset.index}${name}`, { cache: 'no-cache' }).then((answer) => {
        if (!answer.ok) throw new Error(name);
        return answer.text();
      });
      kept.set(name, reading.then(parse));
      kept.get(name).catch(() => kept.delete(name));
    }
    return kept.get(name);
  }
  const about = () => read('index.json', JSON.parse);

  function lines(text) {
    const words = new Map();
    for (const line of text.split('\n')) {
      const space = line.indexOf(' ');
      if (space > 0) words.set(line.slice(0, space), line.slice(space + 1));
    }
    return words;
  }
  function found(text) {
    const all = [];
    let entry = 0;
    for (const [, step, weight] of text.matchAll(/([0-9a-z]+)([A-Z])/g)) {
      entry += parseInt(step, 36);
      all.push([entry, weight.charCodeAt(0) - 64]);
    }
    return all;
  }
  async function shard(word, seconds) {
    const { first, second } = await about();
    const [a, b] = [...word].map((c) => c.codePointAt(0));
    const at = (a % first) * second;
    if (seconds) return Promise.all(Array.from({ length: second }, (_, n) => read(`words-${at + n}.txt`, lines)));
    return [await read(`words-${at + ((b ?? 0) % second)}.txt`, lines)];
  }

  function numbers(runs) {
    const all = new Set();
    for (const run of runs.split(',').filter(Boolean)) {
      const [from, to = from] = run.split('-').map((number) => parseInt(number, 36));
      for (let entry = from; entry <= to; entry += 1) all.add(entry);
    }
    return all;
  }
  const [here, inEasyRead] = [numbers(box.dataset.shown), numbers(box.dataset.easy)];

  /** Letters to change, add, leave out or swap to make one word of the other; more than `most` is not counted. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let [before, row] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
    for (let i = 1; i <= a.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= b.length; j += 1) {
        const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
        next[j] = Math.min(change, row[j] + 1, next[j - 1] + 1);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > most) return most + 1;
      [before, row] = [row, next];
    }
    return row[b.length];
  }

  /** Which entries have a word, or one like it, and how well: `Map` of entry to weight. */
  async function entriesOf(forms, word, allowed) {
    const best = new Map();
    const take = (text, factor) => {
      const hits = found(text).filter(([entry]) => allowed(entry));
      const rare = Math.log(1 + here.size / (1 + hits.length));
      for (const [entry, weight] of hits) best.set(entry, Math.max(best.get(entry) ?? 0, factor * weight * rare));
    };
    for (const [form, factor] of forms) {
      const [words] = await shard(form);
      if (words.has(form)) take(words.get(form), factor);
    }
    if (word.length >= 3) {
      const [words] = await shard(word);
      for (const [other, text] of words) if (other !== word && other.startsWith(word)) take(text, 0.4);
    }
    const most = word.length >= 7 ? 2 : 1;
    if (best.size === 0 && word.length >= 4) {
      for (const words of await shard(word, true)) {
        for (const [other, text] of words) {
          if (other[0] !== word[0] || Math.abs(other.length - word.length) > most) continue;
          const steps = distance(word, other, most);
          if (steps <= most) take(text, 0.6 / steps);
        }
      }
    }
    return best;
  }

  async function search(text) {
    const { cut, typed, services } = await about();
    const asked = wordsOf(text).slice(0, 12);
    const forms = asked.map((word) => new Map([[word, 1], ...[...mutated(word)].map((form) => [form, 0.9])]));
    // A phrase means its words once, however long it is.
    const means = (from, length, words) => {
      for (let at = from; length > 1 && at < from + length; at += 1) {
        forms[at].forEach((factor, form) => forms[at].set(form, Math.min(factor, 0.4)));
      }
      for (const word of words) if (!forms[from].has(word)) forms[from].set(word, 0.8);
    };
    for (const [phrase, words] of typed) {
      for (let from = 0; from + phrase.length <= asked.length; from += 1) {
        if (phrase.every((word, at) => asked[from + at] === word)) means(from, phrase.length, words);
      }
    }
    const allowed = easy?.checked
      ? (entry) => inEasyRead.has(entry) || (entry >= services && here.has(entry))
      : (entry) => here.has(entry);
    const hits = (await Promise.all(asked.map((word, at) => entriesOf(forms[at], word, allowed)))).filter((hit) => hit.size);
    const scores = new Map();
    for (const hit of hits) {
      for (const [entry, weight] of hit) {
        const score = scores.get(entry) ?? { sum: 0, words: 0 };
        scores.set(entry, { sum: score.sum + weight, words: score.words + 1 });
      }
    }
    // Pages explain, services help with one thing; and what has little of what was asked for only stands in the way.
    const score = (entry, { sum, words }) => sum * (words / hits.length) * (entry >= services ? 0.6 : 1);
    const scored = [...scores].map(([entry, hit]) => [entry, score(entry, hit)]).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const ranked = scored.filter(([, value]) => value >= scored[0][1] / 8);
    const shown = await Promise.all(ranked.slice(0, MOST).map(([entry]) => entryAt(entry, cut)));
    return { all: ranked.length, shown };
  }

  const entryAt = async (entry, cut) => (await read(`entries-${Math.floor(entry / cut)}.json`, JSON.parse))[entry % cut];

  function item([path, name, summary, kind, lang]) {
    const one = document.createElement('li');
    const link = document.createElement('a');
    link.href = box.dataset.root + path;
    link.textContent = name;
    if (lang) one.lang = lang;
    one.dir = 'auto';
    one.append(link);
    if (kind === 'service') {
      const mark = document.createElement('span');
      mark.className = 'kind';
      mark.lang = language;
      mark.textContent = box.dataset.service;
      one.append(' ', mark);
    }
    if (summary) {
      const text = document.createElement('p');
      text.textContent = summary;
      one.append(text);
    }
    return one;
  }

  let turn = 0;
  async function show() {
    const [text, own] = [field.value.trim(), (turn += 1)];
    document.title = text ? `${text} - ${title}` : title;
    if (!text) {
      list.replaceChildren();
      count.textContent = '';
      return;
    }
    count.textContent = box.dataset.wait;
    try {
      const { all, shown } = await search(text);
      if (own !== turn) return;
      list.replaceChildren(...shown.map(item));
      count.textContent = all ? `${box.dataset.count} ${all}` : box.dataset.none;
    } catch {
      if (own === turn) count.textContent = box.dataset.failed;
    }
  }

  function fromAddress() {
    const asked = new URLSearchParams(location.hash.slice(1));
    // A place on this page, such as the main part.
    if (location.hash && !asked.has('q')) return;
    field.value = asked.get('q') ?? '';
    if (easy) easy.checked = asked.get('edition') === 'easy';
    show();
  }
  function ask() {
    const asked = new URLSearchParams({ q: field.value.trim() });
    if (easy?.checked) asked.set('edition', 'easy');
    history.pushState(null, '', `#${asked}`);
    show();
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask();
  });
  easy?.addEventListener('change', ask);
  addEventListener('popstate', fromAddress);
  fromAddress();
})();
