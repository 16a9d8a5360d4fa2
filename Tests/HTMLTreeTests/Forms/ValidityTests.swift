import HTMLTree
import Testing

@Suite struct ValidityTests {
    @Test(
        "A control that a browser would refuse says why; others say nothing",
        arguments: [
            ("<input required>", "Please fill out this field."),
            ("<input required value=x>", nil), ("<input required readonly>", nil), ("<input required disabled>", nil),
            ("<input type=hidden required>", nil), ("<textarea required></textarea>", "Please fill out this field."),
            ("<input type=checkbox required>", "Please tick this box if you want to proceed."),
            ("<input type=radio name=r required><input type=radio name=r>", "Please select one of these options."),
            ("<input type=radio name=r required><input type=radio name=r checked>", nil),
            ("<select required><option value=''>Choose<option>A</select>", "Please select an item in the list."),
            ("<select required><option>A</select>", nil),
            ("<input type=email value=a@b.c>", nil), ("<input type=email>", nil),
            ("<input type=email value=a@-b>", "Please enter an email address; \"a@-b\" is none."),
            ("<input type=email multiple value='a@b, c'>", "Please enter an email address; \"c\" is none."),
            ("<input type=url value=https://x.y/z>", nil), ("<input type=url value=mailto:x>", nil),
            ("<input type=url value=x.y>", "Please enter a URL; \"x.y\" is none."),
            ("<input type=url value=http://>", "Please enter a URL; \"http://\" is none."),
            ("<input type=number value=1e3>", nil),
            ("<input type=number value=abc>", "Please enter a number; \"abc\" is none."),
            ("<input type=number min=3 value=2>", "Value must be 3 or more."),
            ("<input type=number max=3 value=4>", "Value must be 3 or less."),
            ("<input type=number value=1.5>", nil), ("<input type=number step=any min=0 value=1.5>", nil),
            ("<input type=number min=0 value=1.5>", "The two nearest valid values are 1 and 2."),
            ("<input type=number min=1 step=0.1 value=1.3>", nil),
            ("<input type=date value=2026-02-29>", "Please enter a date such as 2026-01-31; \"2026-02-29\" is none."),
            ("<input type=date min=2026-01-10 value=2026-01-09>", "Value must be 2026-01-10 or more."),
            ("<input type=week value=2026-W53>", nil),
            ("<input type=time max=12:00 value=12:30>", "Value must be 12:00 or less."),
            ("<input pattern='[a-z]+' value=abc>", nil),
            ("<input pattern='[a-z]+' title='lower case' value=abC>", "Please match the requested format: lower case"),
            ("<input pattern='a|b' value=ab>", "Please match the requested format."),
            ("<input pattern='(' value=x>", nil), ("<input pattern='(?=.*\\d)(?=.*[a-z]).{6,}' value=abc123>", nil),
            ("<input pattern='(?=.*\\d).{6,}' value=abcdef>", "Please match the requested format."),
            (
                "<input pattern='(a+)+b' value='\(String(repeating: "a", count: 5000))'>",
                "Please match the requested format."
            ),
            ("<input pattern='\\d{3}' value=123>", nil), ("<input minlength=3 value=a>", nil),
            ("<button></button>", nil),
        ])
    func problem(markup: String, message: String?) throws {
        let document = Document(parsing: "<form>\(markup)</form>")
        let form = try #require(document.first(try Selector("form"), below: document.root))
        let control = try #require(document.controls(of: form).first)
        #expect(document.validityProblem(of: control)?.message == message)
    }

    @Test("Lengths count for typed text only")
    func lengths() throws {
        let document = Document(parsing: "<input id=a minlength=3 maxlength=5 value=x>")
        let field = try #require(document.element(withID: "a"))
        document.setValue("ab", of: field)
        #expect(document.validityProblem(of: field) == .tooShort(count: 2, limit: 3))
        document.setValue("abcdef", of: field)
        #expect(document.validityProblem(of: field) == .tooLong(count: 6, limit: 5))
        document.setValue("", of: field)
        #expect(document.validityProblem(of: field) == nil)
    }
}
