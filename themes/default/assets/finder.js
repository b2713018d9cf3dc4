// Finds the area of a postcode on the reader's own device, in a table; what is typed goes nowhere.
(function () {
  'use strict';
  var form = document.querySelector('.finder'), loading;
  if (!form || !window.fetch) return;

  function placeOf(row, sector, unit) {
    if (typeof row === 'number') return row;
    var part = row[sector];
    if (part === undefined) return row['*'];
    if (typeof part === 'number') return part;
    for (var place in part[1]) {
      var units = part[1][place];
      for (var at = 0; at < units.length; at += 2) if (units.substr(at, 2) === unit) return Number(place);
    }
    return part[0];
  }

  function placesOf(row) {
    if (typeof row === 'number') return [row];
    var all = [];
    Object.keys(row).forEach(function (sector) {
      var part = row[sector];
      all = all.concat(typeof part === 'number' ? part : [part[0]].concat(Object.keys(part[1]).map(Number)));
    });
    return all.filter(function (place, at) { return all.indexOf(place) === at; });
  }

  function find(table, typed) {
    var code = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
    var whole = /^([A-Z]{1,2}\d[A-Z\d]?|[A-Z]{3})(\d)([A-Z]{2})$/.exec(code);
    if (!whole && !/^[A-Z]{1,2}\d[A-Z\d]?$/.test(code)) return null;
    var row = table.o[whole ? whole[1] : code];
    if (row === undefined) return [];
    var places = whole ? [placeOf(row, whole[2], whole[3])] : placesOf(row);
    return places.filter(function (place) { return place >= 0; });
  }

  function say(what, links) {
    var answer = form.querySelector('.answer');
    var words = form.querySelector('[data-say=' + what + ']').content.cloneNode(true);
    links.forEach(function (link) {
      words.querySelector('ul').appendChild(document.createElement('li')).appendChild(link.cloneNode(true));
    });
    answer.textContent = '';
    answer.appendChild(words);
  }

  form.hidden = false;
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    var typed = form.querySelector('input').value;
    loading = loading || fetch(form.getAttribute('data-table')).then(function (got) {
      if (!got.ok) throw got;
      return got.json();
    });
    loading.then(function (table) {
      var places = find(table, typed);
      var links = (places || []).map(function (place) {
        return document.querySelector('[data-area="' + table.a[place] + '"] a');
      });
      say(!places ? 'bad' : links.length ? 'found' : 'none', links);
    }).catch(function () {
      loading = null;
      say('failed', []);
    });
  });
})();
