package policy

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// canonicalOf writes what a value says without where it stands, so that two can be compared. Empty values are left out.
func canonicalOf(v reflect.Value) string {
	var b strings.Builder
	writeValue(&b, v)
	return b.String()
}

func writeValue(b *strings.Builder, v reflect.Value) {
	switch v.Type() {
	case bodyType:
		fmt.Fprint(b, v.Interface().(Body).canonical()) // fmt sorts the keys of maps
		return
	case dateType, durationType:
		fmt.Fprint(b, v.Interface())
		return
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			writeValue(b, v.Elem())
		}
	case reflect.Struct:
		b.WriteByte('{')
		for i := range v.NumField() {
			if key := keyOf(v.Type().Field(i)); key != "" && !v.Field(i).IsZero() {
				b.WriteString(key + ":")
				writeValue(b, v.Field(i))
				b.WriteByte(' ')
			}
		}
		b.WriteByte('}')
	case reflect.Slice:
		b.WriteByte('[')
		for i := range v.Len() {
			writeValue(b, v.Index(i))
			b.WriteByte(' ')
		}
		b.WriteByte(']')
	case reflect.Map:
		items := make([]string, 0, v.Len())
		for _, key := range v.MapKeys() {
			items = append(items, key.String()+":"+canonicalOf(v.MapIndex(key)))
		}
		slices.Sort(items)
		b.WriteString("{" + strings.Join(items, " ") + "}")
	case reflect.String:
		fmt.Fprintf(b, "%q", v.String())
	default:
		fmt.Fprint(b, v.Interface())
	}
}

// keyOf gives the YAML key of a struct's field, or "" for a field that is not read from YAML.
func keyOf(f reflect.StructField) string {
	key, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
	switch {
	case key == "-" || f.Type == placeType || !f.IsExported():
		return ""
	case key == "":
		return strings.ToLower(f.Name)
	}
	return key
}
