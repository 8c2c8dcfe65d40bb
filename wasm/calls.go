package main

// version is that of the module and of the npm package.
const version = "0.1.0"

// call is one entry of the boundary.
type call struct {
	// name is that of the method in web/s3cors.d.ts.
	name string
	// sources says how many arguments, from the first on, are sources.
	sources int
	// answer writes the result, unless the arguments are misused.
	answer func(a *arguments, to *encoder)
}

// calls is the whole boundary. A call that is not built is not listed, and is then absent from the
// JavaScript API too.
var calls = []call{
	{"parse", 1, parse},
	{"validate", 1, validate},
	{"toXML", 1, toXML},
	{"simulatePreflight", 1, simulatePreflight},
	{"simulateRequest", 1, simulateRequest},
	{"simulateMany", 1, simulateMany},
}
