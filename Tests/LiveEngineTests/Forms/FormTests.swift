import LiveProtocol
import Markup
import Testing

@testable import LiveEngine

@Suite struct FormTests {
    private func form(_ model: Enrolment = Enrolment(), _ fields: String? = nil) -> Form<Enrolment> {
        var form = Form("user", model)
        if let fields { form.validate(Payload(form: fields)) }
        return form
    }

    @Test func `a field has the name, id and content that its path says`() {
        let form = form(Enrolment(name: "Ada", seats: 3, address: .init(city: "London")))
        #expect(form["name"].name == "user[name]")
        #expect(form["name"].id == "user_name")
        #expect(form["name"].value == "Ada")
        #expect(form["seats"].value == "3")
        #expect(form["age"].value == "")
        #expect(form.group("address")["city"].name == "user[address][city]")
        #expect(form["address.city"].value == "London")
    }

    @Test func `a field keeps what was typed, also when it is no value of the model`() {
        let form = form(Enrolment(name: "Ada"), "user[name]=Bob&user[seats]=many")
        #expect(form["seats"].value == "many")
        #expect(form["seats"].errors == ["must be an integer"])
        #expect(form.model.name == "Ada")
        #expect(!form.isValid)
    }

    @Test(arguments: [
        ("user[name]=", "name", ["Who are you?"]),
        ("user[name]=A", "name", ["must have 2 to 5 characters"]),
        ("user[name]=Ada", "name", []),
        ("user[email]=x", "email", ["is no address"]),
        ("user[email]=", "email", []),
        ("user[email]=a%40b", "email", []),
        ("user[age]=17", "age", ["must be from 18 to 120"]),
        ("user[age]=18", "age", []),
        ("user[age]=", "age", []),
        ("user[age]=old", "age", ["must be an integer"]),
        ("user[seats]=", "seats", ["must be filled in"]),
        ("user[plan]=gold", "plan", ["must be one of free, paid"]),
        ("user[terms]=false", "terms", ["must be accepted"]),
        ("user[terms]=on", "terms", []),
        ("user[password]=a&user[again]=b", "again", ["is not the same"]),
        ("user[password]=a&user[again]=a", "again", []),
        ("user[address][city]=", "address.city", ["must be filled in"]),
        ("user[tags][]=a&user[tags][]=b&user[tags][]=c", "tags", ["are too many"]),
        ("user[guests][0][name]=ANN", "guests.0.name", ["must not shout"]),
        ("user[guests][0][name]=ann&user[guests][0][age]=x", "guests.0.age", ["must be an integer"]),
    ])
    func `rules and types say what is wrong`(_ fields: String, _ field: String, _ errors: [String]) {
        #expect(form(Enrolment(), fields)[field].errors == errors)
    }

    @Test func `errors show at used fields only, and at all after apply`() {
        var form = form(Enrolment(), "user[_unused_name]=&user[name]=&user[email]=x")
        #expect(form["name"].errors.isEmpty)
        #expect(form["email"].errors == ["is no address"])
        #expect(form.apply() == nil)
        #expect(form["name"].errors == ["Who are you?"])
        #expect(form["terms"].errors == ["must be accepted"])
    }

    @Test func `applying gives the model when all is well`() {
        var form = form()
        let fields =
            "user[name]=Ada&user[age]=36&user[terms]=true&user[address][city]=Rome&user[tags][]=&user[tags][]=a"
        let model = form.apply(Payload(form: fields))
        #expect(model == Enrolment(name: "Ada", age: 36, tags: ["a"], terms: true, address: .init(city: "Rome")))
    }

    @Test func `what does not come stays, but for ticks and lists`() {
        let form = form(Enrolment(name: "Ada", tags: ["a"], terms: true), "user[email]=a%40b")
        #expect(form["name"].value == "Ada")
        #expect(form["terms"].value == "false")
        #expect(form["tags"].values == [])
    }

    @Test func `an error of your own shows until the next check`() {
        var form = form(Enrolment(), "user[email]=a%40b")
        form.addError("email", "is taken")
        #expect(form["email"].errors == ["is taken"])
        form.validate(Payload(form: "user[email]=a%40c"))
        #expect(form["email"].errors.isEmpty)
    }

    @Test(arguments: [
        "user=1", "user[name][x]=1", "user[guests]=1", "user[guests][x]=1", "other=1", "user[tags][][x]=1",
    ])
    func `fields that cannot be are errors, never a trap`(_ fields: String) {
        var form = form(Enrolment(), fields)
        #expect(form.apply() == nil)
    }

    struct Page: LiveView {
        struct Context: LiveContext { var form = Form("user", Enrolment()) }
        enum Event: Decodable, Sendable {
            case validate(user: FormInput)
            case save(user: FormInput)
        }

        func handle(_ event: Event, _ socket: inout Socket) {
            switch event {
            case .validate(let input): socket.context.form.validate(input)
            case .save(let input):
                if let model = socket.context.form.apply(input) { socket.putFlash("info", "Hello \(model.name)") }
            }
        }

        func render(_ context: Context, _ meta: Meta) -> Rendered {
            "\(context.form["name"].text("Name"))\(meta.flash.map { _, text in "\(text)" })"
        }
    }

    @Test func `typed events carry a form's fields, and a diff sends what changed of them`() {
        let page = TestPage(Page())
        let diff = page.submit("validate", "user[name]=A", meta: ["_target": "user[name]"])?.diff
        #expect(diff?.root.dynamics.keys == [0])
        #expect(page.html.contains(#"<p class="error">must have 2 to 5 characters</p>"#))
        page.submit("save", "user[name]=Ada&user[terms]=true&user[address][city]=Rome")
        #expect(page.flash["info"] == "Hello Ada")
    }
}

@Suite struct RepeatedFieldTests {
    private var form = Form("user", Enrolment(guests: [.init(name: "ann"), .init(name: "bob"), .init(name: "cy")]))

    private var names: [String] { form.entries("guests").map { $0["name"].value } }
    private var keys: [String] { form.entries("guests").map(\.key) }

    @Test mutating func `entries are added with a name of their own`() {
        form.add("guests", Enrolment.Guest(name: "dee"))
        #expect(names == ["ann", "bob", "cy", "dee"])
        #expect(form.entries("guests")[3]["name"].name == "user[guests][3][name]")
        #expect(form.model.guests.count == 4)
    }

    @Test mutating func `entries keep their names when others are removed`() {
        form.remove("guests", "1")
        form.remove("guests", "7")
        #expect(keys == ["0", "2"])
        #expect(form.model.guests.map(\.name) == ["ann", "cy"])
        form.remove("guests", "0")
        form.remove("guests", "2")
        #expect(form.model.guests.isEmpty)
        form.add("guests", Enrolment.Guest())
        #expect(keys == ["0"])
    }

    @Test(arguments: [("2", -1, "ann cy bob"), ("0", 5, "bob cy ann"), ("1", -9, "bob ann cy"), ("9", 1, "ann bob cy")])
    mutating func `entries are moved`(_ key: String, _ distance: Int, _ result: String) {
        form.move("guests", key, by: distance)
        #expect(names.joined(separator: " ") == result)
        #expect(form.model.guests.map(\.name).joined(separator: " ") == result)
    }

    @Test mutating func `what comes is in the order of the page, with errors at the entry they belong to`() {
        form.validate(Payload(form: "user[guests][2][name]=cy&user[guests][0][name]=ann&user[guests][0][age]=x"))
        #expect(names == ["cy", "ann"])
        #expect(form["guests.0.age"].errors == ["must be an integer"])
        #expect(form["guests.2.age"].errors.isEmpty)
    }

    @Test mutating func `a new entry shows no errors before it is used`() {
        _ = form.apply()
        form.add("guests", Enrolment.Guest())
        #expect(form["guests.3.name"].errors.isEmpty)
        #expect(!form.isValid)
    }

    @Test mutating func `a group that does not come any more is empty`() {
        form.validate(Payload(form: "user[name]=Ada"))
        #expect(form.entries("guests").isEmpty)
    }

    @Test(arguments: [
        ("user[guests_sort][]=2&user[guests_sort][]=0&user[guests_sort][]=1", "cy ann bob"),
        ("user[guests_sort][]=1", "bob ann cy"),
        ("user[guests_drop][]=&user[guests_drop][]=1", "ann cy"),
        ("user[guests_sort][]=2&user[guests_sort][]=1&user[guests_drop][]=2", "bob ann"),
        ("user[guests_drop][]=0&user[guests_drop][]=1&user[guests_drop][]=2", ""),
    ])
    mutating func `a page arranges entries by the names of groups`(_ arranging: String, _ result: String) {
        let entries = "user[guests][0][name]=ann&user[guests][1][name]=bob&user[guests][2][name]=cy&"
        form.validate(Payload(form: entries + arranging))
        #expect(names.joined(separator: " ") == result)
        #expect(form.model.guests.map(\.name).joined(separator: " ") == result)
    }

    @Test mutating func `a page adds an entry by a name that is none`() {
        form.validate(Payload(form: "user[guests][0][name]=ann&user[guests_sort][]=0&user[guests_sort][]=new"))
        #expect(keys == ["0", "3"])
        #expect(names == ["ann", ""])
        #expect(form["guests.3.name"].errors.isEmpty)
        #expect(!form.isValid)
        form.validate(Payload(form: "user[guests][0][name]=ann&user[guests][3][name]=dee"))
        #expect(form.model.guests.map(\.name) == ["ann", "dee"])
    }

    @Test func `entries have controls that arrange them`() {
        let entry = form.entries("guests")[1]
        #expect(entry.sortInput.html == #"<input type="hidden" name="user[guests_sort][]" value="1">"#)
        #expect(entry.dropCheckbox("Remove").html.contains(#"name="user[guests_drop][]" value="1"> Remove"#))
    }
}
