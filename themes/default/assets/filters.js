// Narrows a list of services: any choice of a group, all groups. Choices stand after #, which is sent nowhere.
(function () {
  'use strict';
  var form = document.querySelector('.filters'), list = document.querySelector('.cards');
  if (!form || !list) return;
  var boxes = [].slice.call(form.querySelectorAll('input'));
  var groups = [].slice.call(form.querySelectorAll('fieldset')).map(function (group) {
    return [].slice.call(group.querySelectorAll('input')).map(function (box) { return boxes.indexOf(box); });
  });
  var others = document.querySelector('.pages'), status = form.querySelector('[role=status]'), waiting;

  function cards() {
    return [].slice.call(list.children).map(function (card) {
      return { card: card, has: (card.getAttribute('data-f') || '').split(' ').map(Number) };
    });
  }

  function fits(has, but) {
    return groups.every(function (group, number) {
      var chosen = group.filter(function (box) { return boxes[box].checked; });
      return number === but || !chosen.length || chosen.some(function (box) { return has.indexOf(box) >= 0; });
    });
  }

  function rest() {
    var links = others ? [].slice.call(others.querySelectorAll('a')) : [];
    return Promise.all(links.map(function (link) {
      return fetch(link.href).then(function (got) { return got.text(); }).then(function (html) {
        var page = new DOMParser().parseFromString(html, 'text/html');
        return [].map.call(page.querySelectorAll('.cards > li'), function (card) {
          [].forEach.call(card.querySelectorAll('a[href]'), function (to) {
            var href = to.getAttribute('href');
            if (!/^[a-z]+:/.test(href)) to.setAttribute('href', new URL(href, link.href).href);
          });
          return document.importNode(card, true);
        });
      });
    })).then(function (pages) {
      pages.forEach(function (found) { found.forEach(function (card) { list.appendChild(card); }); });
      if (others) others.hidden = true;
      others = null;
    });
  }

  function show() {
    var all = cards(), shown = 0;
    var chosen = boxes.filter(function (box) { return box.checked; });
    all.forEach(function (one) {
      one.card.hidden = !fits(one.has, -1);
      if (!one.card.hidden) shown += 1;
    });
    groups.forEach(function (group, number) {
      group.forEach(function (box) {
        var count = all.filter(function (one) { return one.has.indexOf(box) >= 0 && fits(one.has, number); }).length;
        boxes[box].parentNode.querySelector('.n').textContent = count;
      });
    });
    status.hidden = !chosen.length;
    status.querySelector('b').textContent = shown + ' / ' + all.length;
    status.querySelector('.none').hidden = shown > 0;
    form.querySelector('button').hidden = !chosen.length;
    var keys = chosen.map(function (box) { return box.value; }).join(',');
    history.replaceState(null, '', keys ? '#' + keys : location.pathname + location.search);
  }

  function change() {
    if (!others) return show();
    waiting = waiting || rest();
    waiting.then(show, show);
  }

  function read() {
    var keys = decodeURIComponent(location.hash.slice(1)).split(',');
    var known = false;
    boxes.forEach(function (box) {
      box.checked = keys.indexOf(box.value) >= 0;
      known = known || box.checked;
    });
    if (known) change();
  }

  form.hidden = false;
  form.addEventListener('change', change);
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  form.querySelector('button').addEventListener('click', function () {
    boxes.forEach(function (box) { box.checked = false; });
    change();
    form.querySelector('summary').focus();
  });
  window.addEventListener('hashchange', read);
  read();
})();
