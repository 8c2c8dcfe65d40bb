package main

// call is one entry of the boundary.
type call struct {
	// name is that of the method in web/s3cors.d.ts. answerPut is a part of acceptPut, and readFix of all that has fixes.
	name string
	// answer reads the arguments and writes the result.
	answer func(p *payload, to *encoder)
}

// calls is the whole boundary. A call that is not built is not listed, and is then absent from the
// JavaScript API too.
var calls = []call{
	{"parse", parse},
	{"validate", validate},
	{"toXML", toXML},
	{"convert", convert},
	{"answerPut", answerPut},
	{"simulatePreflight", simulatePreflight},
	{"simulateRequest", simulateRequest},
	{"simulateMany", simulateMany},
	{"simulateFetch", simulateFetch},
	{"compare", compare},
	{"suggest", suggest},
	{"edit", edit},
	{"infer", infer},
	{"test", runSuite},
	{"readFix", readFix},
}
