package source

// IsShell says whether a text is commands of a shell, by what its lines begin with.
func IsShell(text string) bool { return guess(text) == shellLanguage }
