// Package format writes a configuration in the forms in which it is handed on, each as a practitioner would write it, and says what
// a form cannot carry.
package format
