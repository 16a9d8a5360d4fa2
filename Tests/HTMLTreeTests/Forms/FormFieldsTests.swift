import HTMLTree
import Testing

@Suite struct FormFieldsTests {
    @Test(
        "A form sends its successful controls in tree order",
        arguments: [
            ("<input name=a value=1><input value=2><input name='' value=3>", "a=1"),
            (
                "<input name=a disabled><fieldset disabled><legend><input name=b></legend><input name=c></fieldset>",
                "b="
            ),
            ("<fieldset disabled><legend></legend><legend><input name=b></legend></fieldset>", ""),
            (
                "<input type=checkbox name=a><input type=checkbox name=b checked><input type=hidden name=c value=x>",
                "b=on&c=x"
            ),
            ("<input type=hidden name=t value=false><input type=checkbox name=t value=true checked>", "t=false&t=true"),
            ("<input type=radio name=r value=1 checked><input type=radio name=r value=2 checked>", "r=2"),
            ("<select name=s><option disabled>A<option>B<option value=c>C</select>", "s=B"),
            ("<select name=s><option value='x y'>A<option selected>B<option selected> C  d </select>", "s=C+d"),
            ("<select name=s><option disabled selected>A</select>", ""),
            ("<select name=s><optgroup disabled><option>A</optgroup><option>B</select>", "s=B"),
            ("<select name=s multiple><option selected>A<option>B<option selected>C</select>", "s=A&s=C"),
            ("<select name=s size=3><option>A<option>B</select>", ""),
            ("<textarea name=t>\n\nx\r\ny</textarea>", "t=%0Ax%0Ay"),
            (
                "<input type=file name=f><output name=o>1</output><button name=b value=1></button><input type=image name=i>",
                ""
            ),
            ("<datalist><input name=d></datalist><input type=number name=n value=abc>", "n="),
            (
                "<input type=range name=r><input type=range name=s min=0 max=3 value=9><input type=color name=c>",
                "r=50&s=3&c=%23000000"
            ),
        ])
    func fields(controls: String, encoded: String) throws {
        let document = Document(parsing: "<form id=f>\(controls)</form>")
        let form = try #require(document.element(withID: "f"))
        let fields = document.fields(of: form, submitter: nil)
        #expect(URLEncodedForm.encode(fields.map { ($0.name, $0.value) }) == encoded)
    }

    @Test(
        "The button that submits goes along at its own place, and controls elsewhere take part by their form attribute")
    func submitter() throws {
        let document = Document(
            parsing: """
                <input name=before form=f value=0><form id=f><input name=a value=1><button id=b name=b>Go</button>
                <input name=c value=2><input name=other form=g></form><button id=x name=x value=y form=f>X</button>
                """)
        let form = try #require(document.element(withID: "f"))
        func encoded(_ submitter: String?) -> String {
            let fields = document.fields(of: form, submitter: submitter.flatMap(document.element(withID:)))
            return URLEncodedForm.encode(fields.map { ($0.name, $0.value) })
        }
        #expect(encoded(nil) == "before=0&a=1&c=2")
        #expect(encoded("b") == "before=0&a=1&b=&c=2")
        #expect(encoded("x") == "before=0&a=1&c=2&x=y")
        #expect(document.submitButtons(of: form).count == 2)
        #expect(document.defaultButton(of: form) == document.element(withID: "b"))
    }

    @Test(
        "Names and values are written as URLSearchParams writes them, and read back",
        arguments: [
            ("user[name]", "Ada Lovelace", "user%5Bname%5D=Ada+Lovelace"), ("ü", "a&b=c", "%C3%BC=a%26b%3Dc"),
            ("x", "1*-._~\n", "x=1*-._%7E%0A"), ("", "", "="),
        ])
    func encoding(name: String, value: String, text: String) {
        #expect(URLEncodedForm.encode([(name, value)]) == text)
        let decoded = URLEncodedForm.decode(text)
        #expect(decoded.map(\.0) == [name])
        #expect(decoded.map(\.1) == [value])
    }
}
