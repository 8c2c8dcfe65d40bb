package main

import (
	"bytes"
	"encoding/binary"
)

// module is a WebAssembly module whose data section is laid out in memory
// (WebAssembly Core Specification, 5.5 "Modules").
type module struct {
	sections []section
	memory   []byte
}

type section struct {
	id   byte
	body []byte
}

const dataSection = 11

func readModule(file []byte) (*module, error) {
	if len(file) < 8 || !bytes.HasPrefix(file, []byte("\x00asm\x01\x00\x00\x00")) {
		return nil, errLayout
	}
	m := &module{}
	for rest := file[8:]; len(rest) > 0; {
		size, n := binary.Uvarint(rest[1:])
		if n <= 0 || uint64(len(rest)-1-n) < size {
			return nil, errLayout
		}
		body := rest[1+n : 1+n+int(size)]
		m.sections = append(m.sections, section{rest[0], body})
		rest = rest[1+n+int(size):]
	}
	for _, s := range m.sections {
		if s.id == dataSection {
			return m, m.layOut(s.body)
		}
	}
	return nil, errLayout
}

// layOut puts the segments at their places. Go's linker writes active segments of memory 0 alone.
func (m *module) layOut(body []byte) error {
	count, n := binary.Uvarint(body)
	body = body[n:]
	for range count {
		if len(body) < 2 || body[0] != 0 || body[1] != i32Const {
			return errLayout
		}
		offset, n := signed(body[2:])
		body = body[2+n:]
		if n <= 0 || offset < 0 || body[0] != end {
			return errLayout
		}
		size, n := binary.Uvarint(body[1:])
		body = body[1+n:]
		if n <= 0 || uint64(len(body)) < size {
			return errLayout
		}
		if needed := int(offset) + int(size); needed > len(m.memory) {
			m.memory = append(m.memory, make([]byte, needed-len(m.memory))...)
		}
		copy(m.memory[offset:], body[:size])
		body = body[size:]
	}
	return nil
}

const (
	i32Const = 0x41
	end      = 0x0b
)

// signed reads a signed LEB128 number (5.2.2).
func signed(body []byte) (value int64, n int) {
	for shift := 0; n < len(body) && n < 5; shift += 7 {
		b := body[n]
		n++
		value |= int64(b&0x7f) << shift
		if b&0x80 == 0 {
			if b&0x40 != 0 {
				value |= -1 << (shift + 7)
			}
			return value, n
		}
	}
	return 0, 0
}

func appendSigned(to []byte, value int64) []byte {
	for {
		b := byte(value & 0x7f)
		value >>= 7
		if value == 0 && b&0x40 == 0 || value == -1 && b&0x40 != 0 {
			return append(to, b)
		}
		to = append(to, b|0x80)
	}
}

// bytes writes the module with the memory as it is now.
func (m *module) bytes() []byte {
	file := []byte("\x00asm\x01\x00\x00\x00")
	for _, s := range m.sections {
		body := s.body
		if s.id == dataSection {
			body = m.data()
		}
		file = append(file, s.id)
		file = binary.AppendUvarint(file, uint64(len(body)))
		file = append(file, body...)
	}
	return file
}

// gap is the number of zeros from which on another segment is begun. Packed, zeros are next to nothing, and the place of
// a segment is three bytes.
const gap = 128

// data writes the memory as segments, without the zeros between them: memory begins as zeros.
func (m *module) data() []byte {
	var segments []byte
	count := 0
	for start := 0; start < len(m.memory); {
		if m.memory[start] == 0 {
			start++
			continue
		}
		stop, zeros := start, 0
		for i := start; i < len(m.memory) && zeros < gap; i++ {
			if m.memory[i] == 0 {
				zeros++
				continue
			}
			stop, zeros = i+1, 0
		}
		segments = append(segments, 0, i32Const)
		segments = appendSigned(segments, int64(start))
		segments = append(segments, end)
		segments = binary.AppendUvarint(segments, uint64(stop-start))
		segments = append(segments, m.memory[start:stop]...)
		count++
		start = stop
	}
	return append(binary.AppendUvarint(nil, uint64(count)), segments...)
}
