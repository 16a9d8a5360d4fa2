import LiveProtocol
import Templates
import Testing

@testable import LiveEngine

@Suite struct FormInputTests {
    private let form: Form<Enrolment>

    init() {
        var form = Form("user", Enrolment(plan: "paid", tags: ["b"], terms: true))
        form.validate(Payload(form: "user[name]=%3CA&user[plan]=paid&user[tags][]=b&user[terms]=true&user[age]=x"))
        self.form = form
    }

    @Test func `a line of text stands below its label and above its errors`() {
        let html = form["age"].text("Age").html
        #expect(html.contains(#"<label for="user_age">Age</label>"#))
        #expect(html.contains(#"<input type="text" id="user_age" name="user[age]" value="x""#))
        #expect(html.contains(#"aria-describedby="user_age_errors""#))
        #expect(html.contains(#"<div id="user_age_errors"><p class="error">must be an integer</p></div>"#))
    }

    @Test func `contents are escaped`() {
        #expect(form["name"].text("Name").html.contains(#"value="&lt;A""#))
        #expect(form["name"].textarea("Name").html.contains(">\n&lt;A</textarea>"))
    }

    @Test func `numbers have their limits`() {
        #expect(form["age"].number("Age", min: 1, max: 2.5).html.contains(#"min="1" max="2.5""#))
    }

    @Test func `what was chosen is marked`() {
        let options: [FormOption] = ["free", FormOption("paid", "Paid plan")]
        #expect(
            form["plan"].select("Plan", options).html.contains(#"<option value="paid" selected>Paid plan</option>"#))
        #expect(form["plan"].radios("Plan", options).html.contains(#"value="paid" checked> Paid plan"#))
        #expect(form["tags"].multiSelect("Tags", ["a", "b"]).html.contains(#"<option value="b" selected>"#))
        #expect(form["terms"].checkbox("Yes").html.contains(#"value="true" checked"#))
    }

    @Test func `a form shows in a template as groups of fields`() throws {
        let fields = try #require(try JSONValue(encoding: form)["fields"])
        #expect(fields["age"]?["value"] == "x")
        #expect(fields["age"]?["errors"] == ["must be an integer"])
        #expect(fields["address"]?["city"]?["name"] == "user[address][city]")
    }

    @Test func `template files show fields, errors and the entries of groups`() throws {
        struct Context: Encodable { var form: Form<Enrolment> }
        let template = """
            {% for guest in form.fields.guests %}{{ guest.key }}={{ guest.name.value }} {% endfor %}\
            {% for error in form.fields.age.errors %}{{ error }}{% endfor %}
            """
        var form = form
        form.add("guests", Enrolment.Guest(name: "<ann>"))
        let library = TemplateLibrary(sources: ["t": template])
        #expect(
            try library.render("t", context: Context(form: form)).html == "0=&lt;ann&gt; must be an integer")
    }
}
