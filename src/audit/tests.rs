//! Turns pages of test cases into what the rules say of them.

mod act;
