// Small comforts for pages that need none: the menu folds on narrow screens, a button prints, and on a sensitive page
// pressing Shift three times leaves. It asks nothing of any server and keeps nothing.
(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.add('js');

  // Leaves so that the button "back" does not lead here again, and clears the screen while the other page loads.
  function leave(href) {
    root.hidden = true;
    document.title = '';
    location.replace(href);
  }

  function guard(exit) {
    var presses = 0, last = 0;
    exit.addEventListener('click', function (event) {
      event.preventDefault();
      leave(exit.href);
    });
    document.addEventListener('keydown', function (event) {
      if (event.repeat) return;
      presses = event.key === 'Shift' ? (event.timeStamp - last < 2000 ? presses + 1 : 1) : 0;
      last = event.timeStamp;
      if (presses === 3) leave(exit.href);
    });
  }

  function fold(opener) {
    opener.hidden = false;
    opener.addEventListener('click', function () {
      opener.setAttribute('aria-expanded', String(opener.parentElement.classList.toggle('open')));
    });
  }

  document.addEventListener('DOMContentLoaded', function () {
    var exit = document.querySelector('.exit a'), opener = document.querySelector('.opener');
    var print = document.querySelector('.print');
    if (exit) guard(exit);
    if (opener) fold(opener);
    if (print) {
      print.hidden = false;
      print.addEventListener('click', function () { window.print(); });
    }
  });
})();
