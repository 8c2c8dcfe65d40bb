package main

// version is that of web/package.json. "make version" writes it.
const version = "0.1.0"
