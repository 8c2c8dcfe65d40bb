package core

// Fill writes a message and its help from their templates and gives the parameters by name. Each argument
// belongs to a name in braces, in the order in which the names first stand in message and
// help; a name that stands again has the same value.
func Fill(message, help string, arguments []string) (filledMessage, filledHelp string, parameters []Parameter) {
	if len(arguments) == 0 {
		return message, help, nil
	}
	filling := filling{parameters: make([]Parameter, 0, len(arguments))}
	filledMessage = filling.fill(message, arguments)
	filledHelp = filling.fill(help, arguments)
	return filledMessage, filledHelp, filling.parameters
}

type filling struct{ parameters []Parameter }

// fill copies a template in stretches, with room for most messages on the stack.
func (f *filling) fill(template string, arguments []string) string {
	var room [256]byte
	text, copied := room[:0], 0
	for i := 0; i < len(template); i++ {
		if template[i] != '{' {
			continue
		}
		text = append(text, template[copied:i]...)
		start := i + 1
		for template[i] != '}' {
			i++
		}
		text = append(text, f.value(template[start:i], arguments)...)
		copied = i + 1
	}
	if copied == 0 {
		return template
	}
	return string(append(text, template[copied:]...))
}

// value is that of a name, which takes the next argument where it first stands.
func (f *filling) value(name string, arguments []string) string {
	number := name[len(name)-1] == '#'
	if number {
		name = name[:len(name)-1]
	}
	for i := range f.parameters {
		if f.parameters[i].Name == name {
			return f.parameters[i].Text
		}
	}
	text := ""
	if next := len(f.parameters); next < len(arguments) {
		text = arguments[next]
	}
	f.parameters = append(f.parameters, Parameter{Name: name, Text: text, IsNumber: number})
	return text
}
