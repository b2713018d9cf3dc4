// Keeps services that a reader picks, on the reader's own device alone.
(function () {
  'use strict';
  var way = document.querySelector('.shortlist-way'), page = document.querySelector('section.shortlist');
  if (!way && !page) return;
  var home = new URL(way ? way.querySelector('a').href : location.href).pathname, key = 'shortlist ' + home;

  function read() {
    try { return JSON.parse(localStorage.getItem(key)) || []; } catch (error) { return []; }
  }

  function write(items) {
    try {
      if (items.length) localStorage.setItem(key, JSON.stringify(items));
      else localStorage.removeItem(key);
    } catch (error) { return; }
  }

  function has(items, id) {
    return items.some(function (item) { return item.id === id; });
  }

  function text(root, what) {
    var found = root.querySelector(what);
    return found ? found.textContent.trim() : '';
  }

  function itemOf(root, path) {
    var tel = root.querySelector('a[href^="tel:"]'), id = /services\/([^/]+)\/[^/]*$/.exec(path);
    return id && {
      id: id[1], name: text(root, 'h1') || text(root, 'a'), about: text(root, '.summary') || text(root, 'p'),
      org: text(root, '.meta bdi'), phone: tel ? tel.textContent : '', tel: tel ? tel.getAttribute('href') : ''
    };
  }

  function make(tag, parent, words) {
    var made = parent.appendChild(document.createElement(tag));
    if (words) made.textContent = words;
    return made;
  }

  // The words of a button are in the language of the page, whatever the text around it is in.
  function speak(button, from) {
    var said = from.closest('[lang]');
    button.lang = said.lang;
    button.dir = getComputedStyle(said).direction;
  }

  function count() {
    var all = read().length;
    way.hidden = !all;
    way.querySelector('.n').textContent = all;
  }

  function control(root, path) {
    var item = itemOf(root, path);
    if (!item || root.querySelector('.keep')) return;
    var button = make('button', root);
    button.type = 'button';
    button.className = 'keep';
    speak(button, way);
    function draw() {
      var words = way.getAttribute(has(read(), item.id) ? 'data-remove' : 'data-add');
      button.textContent = words;
      button.setAttribute('aria-label', words + ': ' + item.name);
      count();
    }
    button.addEventListener('click', function () {
      var items = read(), others = items.filter(function (other) { return other.id !== item.id; });
      write(others.length < items.length ? others : items.concat(item));
      draw();
    });
    draw();
  }

  function controls() {
    [].forEach.call(document.querySelectorAll('.card:not(.discreet)'), function (card) {
      control(card, new URL(card.querySelector('a').href).pathname);
    });
  }

  function load(id) {
    return fetch('../services/' + id + '/').then(function (got) {
      return got.ok ? got.text().then(function (html) {
        var article = new DOMParser().parseFromString(html, 'text/html').querySelector('article');
        return itemOf(article, '/services/' + id + '/');
      }) : null;
    }, function () { return { id: id, name: id }; });
  }

  function card(list, item, shared) {
    var made = make('li', list);
    made.className = 'card';
    var link = make('a', make('h2', made), item.name);
    link.href = '../services/' + item.id + '/';
    if (item.about) make('p', made, item.about);
    if (item.org) make('p', made, item.org);
    if (item.tel) {
      var call = make('a', make('p', made));
      call.href = item.tel;
      make('bdi', call, item.phone).dir = 'ltr';
    }
    if (shared) return;
    var button = make('button', made, page.getAttribute('data-remove'));
    button.type = 'button';
    button.className = 'keep';
    button.setAttribute('aria-label', button.textContent + ': ' + item.name);
    button.addEventListener('click', function () {
      write(read().filter(function (other) { return other.id !== item.id; }));
      show(read(), false);
      (page.querySelector('.keep') || document.querySelector('.empty a')).focus();
    });
  }

  function show(items, shared) {
    var old = page.querySelector('.cards'), kept = read(), add = page.querySelector('.add');
    if (old) page.removeChild(old);
    page.hidden = !items.length;
    document.querySelector('.empty').hidden = items.length > 0;
    var list = document.createElement('ul');
    list.className = 'cards';
    page.insertBefore(list, page.firstChild);
    items.forEach(function (item) { card(list, item, shared); });
    var address = location.origin + home + '#' + items.map(function (item) { return item.id; }).join(',');
    page.querySelector('.link').href = address;
    page.querySelector('.mail').href = 'mailto:?body=' + encodeURIComponent(address);
    add.hidden = !shared || items.every(function (item) { return has(kept, item.id); });
    add.onclick = function () {
      write(kept.concat(items.filter(function (item) { return !has(kept, item.id); })));
      history.replaceState(null, '', home);
      open();
      page.querySelector('.keep').focus();
    };
  }

  function open() {
    var ids = decodeURIComponent(location.hash.slice(1)).split(',');
    ids = ids.filter(function (id) { return /^[a-z0-9-]+$/.test(id); });
    var kept = read();
    if (!ids.length) return show(kept, false);
    Promise.all(ids.map(function (id) {
      return kept.filter(function (item) { return item.id === id; })[0] || load(id);
    })).then(function (items) { show(items.filter(Boolean), true); });
  }

  if (page) {
    window.addEventListener('hashchange', open);
    return open();
  }
  count();
  var list = document.querySelector('.cards');
  if (list && window.MutationObserver) new MutationObserver(controls).observe(list, { childList: true });
  if (document.body.classList.contains('service')) control(document.querySelector('article .lead'), location.pathname);
  controls();
})();
