package core

// Fill writes a message and its help from their templates and gives the parameters by name. Each argument
// belongs to a name in braces, in the order in which the names first stand in message and
// help; a name that stands again has the same value.
func Fill(message, help string, arguments []string) (filledMessage, filledHelp string, parameters []Parameter) {
	if len(arguments) == 0 {
		return message, help, nil
	}
	filling := filling{arguments: arguments, parameters: make([]Parameter, 0, len(arguments))}
	filledMessage = filling.fill(message)
	filledHelp = filling.fill(help)
	return filledMessage, filledHelp, filling.parameters
}

type filling struct {
	arguments  []string
	parameters []Parameter
}

func (f *filling) fill(template string) string {
	text := make([]byte, 0, len(template)+64)
	for i := 0; i < len(template); i++ {
		if template[i] != '{' {
			text = append(text, template[i])
			continue
		}
		start := i + 1
		for template[i] != '}' {
			i++
		}
		text = append(text, f.value(template[start:i])...)
	}
	return string(text)
}

// value is that of a name, which takes the next argument where it first stands.
func (f *filling) value(name string) string {
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
	if next := len(f.parameters); next < len(f.arguments) {
		text = f.arguments[next]
	}
	f.parameters = append(f.parameters, Parameter{Name: name, Text: text, IsNumber: number})
	return text
}
