// Package meaning decides what a configuration means for all requests at once: what it allows, what another one
// allows beyond it, which of its rules are never used. Each answer comes with a request that shows it.
//
// A request is an origin, a method and a set of header names. A rule takes it if one of its origins takes the origin, the
// method is listed, and each name is taken by one of its headers. So a rule stands for a set of requests, a product of
// three sets, and all questions here are whether one such product lies in a union of others.
//
// A pattern is a prefix and a suffix around a wildcard, and that makes the questions easy. A pattern p lies in a union of
// patterns only if it lies in one of them: take p's prefix, a long run of a character that no pattern has there, and p's
// suffix; whichever pattern takes this word takes all of p. A rule lies in the union of others only if, for each
// of its methods and origins, one of them has the method, an origin that contains the origin, and headers that contain
// all of the rule's: otherwise the set of one escaping name for each of the others is a request that none takes. The work is
// polynomial, and small.
//
// The alphabet is finite, so that patterns for each of its characters could cover a pattern without containing it. Such
// a claim finds no witness: it is not made, and the answer is marked as inexact.
package meaning
