// Turns what the preview's server says into a panel over the page, and a newer version into a reload.
(() => {
  'use strict';
  const script = document.currentScript;
  const version = script.dataset.version;
  // Whether the page itself says more when every page has been made.
  const isPending = 'pending' in script.dataset;
  const own = new URL('.', script.src);
  const page = () => encodeURIComponent(decodeURIComponent(location.pathname));

  // The panel lives in a tree of its own: the page's styles do not reach it, nor it the page.
  const host = document.createElement('div');
  host.id = 'fingerpost-preview';
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial; position: fixed; bottom: 0; z-index: 2147483647; max-width: min(44rem, 100vw);
      font: 1rem/1.4 system-ui, sans-serif; color-scheme: light; }
    @media print { :host { display: none; } }
    * { box-sizing: border-box; }
    button, select, input { font: inherit; color: #111; background: #fff; border: 2px solid #111; padding: .3rem .6rem;
      min-height: 2rem; max-width: 100%; }
    button { cursor: pointer; }
    :focus-visible { outline: 3px solid #111; outline-offset: 2px; box-shadow: 0 0 0 2px #fff; }
    [role=status] { display: flex; justify-content: flex-end; }
    #toggle { margin: .5rem; font-weight: 700; border-radius: .3rem; }
    #toggle[data-kind=error] { color: #fff; background: #a00; }
    #toggle[data-kind=warning] { background: #ffd54a; }
    section { background: #fff; color: #111; border: 2px solid #111; max-height: 70vh; overflow: auto; padding: .5rem 1rem; }
    [hidden] { display: none !important; }
    h2 { font-size: 1.1rem; margin: .5rem 0; } h3 { font-size: 1rem; margin: .8rem 0 .2rem; }
    ul { list-style: none; margin: 0; padding: 0; }
    li { border-inline-start: .4rem solid #555; padding-inline-start: .6rem; margin: .6rem 0; overflow-wrap: anywhere; }
    li[data-kind=error] { border-color: #a00; } li[data-kind=warning] { border-color: #b8860b; }
    p { margin: .1rem 0; } code { font-family: ui-monospace, monospace; }
    .help { white-space: pre-wrap; } a { color: #003c8f; }
    form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; } label { display: grid; }
  `);
  root.adoptedStyleSheets = [sheet];

  const add = (parent, name, text, attributes = {}) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return parent.appendChild(element);
  };

  const panel = add(root, 'section', '', { id: 'panel', hidden: '' });
  const status = add(root, 'div', '', { role: 'status' });
  const toggle = add(status, 'button', '…', { id: 'toggle', type: 'button', 'aria-expanded': 'false' });
  const remember = 'fingerpost-preview-open';
  const open = (wanted) => {
    panel.hidden = !wanted;
    toggle.setAttribute('aria-expanded', String(wanted));
    sessionStorage.setItem(remember, wanted ? 'yes' : 'no');
  };
  toggle.addEventListener('click', () => open(panel.hidden));
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') { open(false); toggle.focus(); }
  });

  const place = (finding) => [finding.file, finding.line, finding.column].filter((part) => part != null).join(':');

  // What is wrong is said in the words of `check`, which are English.
  const english = { lang: 'en', dir: 'ltr' };
  const list = (labels, title, findings) => {
    if (findings.length === 0) return;
    add(panel, 'h3', title);
    const items = add(panel, 'ul', '');
    for (const finding of findings) {
      const item = add(items, 'li', '', { 'data-kind': finding.severity });
      const head = add(item, 'p', '');
      const severity = labels[`preview-${finding.severity}`];
      add(head, 'strong', `${finding.code ? `${severity} ${finding.code}` : severity}: `);
      add(head, 'span', finding.message, english);
      if (finding.file) add(add(item, 'p', ''), 'code', place(finding), english);
      if (finding.help) {
        add(item, 'p', `${labels['preview-help']}:`);
        add(item, 'p', finding.help, { class: 'help', ...english });
      }
      if (finding.code) {
        const href = new URL(`guide/${finding.code}`, own).pathname;
        add(add(item, 'p', ''), 'a', `${labels['preview-guide']} (${finding.code})`, { href });
      }
      if (finding.reach) add(item, 'p', labels.reach[finding.reach]);
    }
  };

  const picker = (state) => {
    const { labels } = state;
    const form = add(panel, 'form', '', { action: new URL('go', own).pathname, method: 'get' });
    add(form, 'input', '', { type: 'hidden', name: 'path', value: decodeURIComponent(location.pathname) });
    for (const [name, choices] of Object.entries(state.variants ?? {})) {
      const label = add(form, 'label', labels[`preview-${name}`]);
      const select = add(label, 'select', '', { name });
      for (const choice of choices) {
        const option = add(select, 'option', choice.label, { value: choice.value });
        if (name === 'language') option.lang = choice.value;
        option.selected = choice.current;
      }
    }
    if (state.variants) add(form, 'button', labels['preview-show'], { type: 'submit' });
    if (!state.day) return;
    const days = add(panel, 'form', '');
    const day = add(add(days, 'label', labels['preview-day']), 'input', '', { type: 'date', name: 'day', value: state.day });
    add(days, 'button', labels['preview-show-day'], { type: 'submit' });
    const today = add(days, 'button', labels['preview-first-day'], { type: 'button' });
    const choose = (value) =>
      fetch(new URL(`day?day=${encodeURIComponent(value)}`, own), { headers: { 'X-Fingerpost': '1' } });
    days.addEventListener('submit', (event) => { event.preventDefault(); choose(day.value); });
    today.addEventListener('click', () => choose(''));
  };

  const show = (state) => {
    const { labels } = state;
    const kind = ['error', 'warning'].find((kind) => state.findings.some((finding) => finding.severity === kind));
    host.lang = labels.lang;
    host.dir = labels.dir;
    toggle.dataset.kind = kind ?? '';
    toggle.textContent = labels.title;
    panel.setAttribute('aria-label', labels['preview-panel']);
    const focused = root.activeElement?.name;
    panel.replaceChildren();
    add(panel, 'h2', toggle.textContent);
    if (state.pending) add(panel, 'p', labels['preview-pending']);
    if (state.behind) add(panel, 'p', labels['preview-behind']);
    const dashboard = new URL('dashboard', own);
    if (location.href !== dashboard.href) add(add(panel, 'p', ''), 'a', labels['preview-dashboard'], { href: dashboard.pathname });
    picker(state);
    list(labels, labels['preview-here'], state.findings.filter((finding) => finding.own));
    list(labels, labels['preview-elsewhere'], state.findings.filter((finding) => !finding.own));
    if (focused) root.querySelector(`[name="${focused}"]`)?.focus();
  };

  const refresh = async () => {
    const state = await (await fetch(new URL(`state?path=${page()}`, own))).json();
    if (isPending && !state.pending) { events?.close(); location.reload(); return; }
    show(state);
  };

  // A browser opens few connections to one server, so only a page that is seen keeps one.
  let events = null;
  const listen = () => {
    if (document.hidden) { events?.close(); events = null; return; }
    if (events) return;
    events = new EventSource(new URL('events', own));
    events.onmessage = (message) => {
      if (message.data !== version) { events.close(); location.reload(); return; }
      refresh().catch(() => {});
    };
  };
  document.addEventListener('visibilitychange', listen);
  addEventListener('pagehide', () => { events?.close(); events = null; });
  addEventListener('pageshow', listen);

  host.style[document.documentElement.dir === 'rtl' ? 'left' : 'right'] = '0';
  document.body.append(host);
  open(sessionStorage.getItem(remember) === 'yes');
  listen();
})();
