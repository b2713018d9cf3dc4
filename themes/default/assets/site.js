// Small comforts for pages that need none: the menu folds on narrow screens, a button prints, the box at the head takes
// its words to the search page, and on a sensitive page pressing Shift three times leaves. It asks nothing of any server
// and keeps nothing. It runs before the page is there (no `defer`), so that the menu does not fold before the reader's
// eyes, and the way out works as soon as it is shown.
(function () {
  'use strict';
  var root = document.documentElement, presses = 0, last = 0;
  root.classList.add('js');

  // Leaves so that the button "back" does not lead here again, and clears the screen while the other page loads.
  function leave(exit) {
    root.hidden = true;
    document.title = '';
    location.replace(exit.href);
  }

  document.addEventListener('click', function (event) {
    var exit = event.target.closest('.exit a');
    if (!exit) return;
    event.preventDefault();
    leave(exit);
  });

  document.addEventListener('keydown', function (event) {
    if (event.repeat) return;
    presses = event.key === 'Shift' ? (event.timeStamp - last < 2000 ? presses + 1 : 1) : 0;
    last = event.timeStamp;
    var exit = presses === 3 && document.querySelector('.exit a');
    if (exit) leave(exit);
  });

  // What stands behind `#` is for the browser alone: no server sees what somebody looks for.
  function seek(form) {
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      var words = form.querySelector('input').value.trim(), easy = document.body.classList.contains('easy');
      location.assign(form.action + '#q=' + encodeURIComponent(words) + (easy ? '&edition=easy' : ''));
    });
  }

  function fold(opener) {
    opener.hidden = false;
    opener.addEventListener('click', function () {
      opener.setAttribute('aria-expanded', String(opener.parentElement.classList.toggle('open')));
    });
  }

  document.addEventListener('DOMContentLoaded', function () {
    var form = document.querySelector('.find[action]'), opener = document.querySelector('.opener');
    var print = document.querySelector('.print');
    if (form) seek(form);
    if (opener) fold(opener);
    if (print) {
      print.hidden = false;
      print.addEventListener('click', function () { window.print(); });
    }
  });
})();
