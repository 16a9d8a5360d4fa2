import LiveProtocol
import OrderedCollections

/// A form that a person fills in: what stands in its fields, readable or not, and what is wrong with it.
///
/// It lives in a context, made of the model's first value: `var form = Form("user", SignUp())`. Each `phx-change` is
/// given to `validate`, the `phx-submit` to `apply`. A field's errors are shown once the person has used it; after
/// `apply` all are.
public struct Form<Model: FormModel>: Sendable {
    /// What the names of all fields begin with: `user` of `user[name]`.
    public let name: String
    /// The last contents that could be read as a model, whatever the rules said to them.
    public private(set) var model: Model
    private(set) var contents: JSONValue
    /// What the model was made of, which tells what kind of value a field has.
    private var blank: JSONValue
    private(set) var used: Set<String> = []
    /// What the model's rules and types have to say against the contents.
    private(set) var rulings: OrderedDictionary<String, [String]> = [:]
    /// What asynchronous rules have said about the contents, or will say.
    var answers: [FormAnswer] = []
    private(set) var problems: OrderedDictionary<String, [String]> = [:]

    /// Makes a form.
    ///
    /// - Parameters:
    ///   - name: What the names of all fields begin with.
    ///   - model: What stands in the fields at first.
    public init(_ name: String, _ model: Model) {
        self.name = name
        self.model = model
        // A model that cannot be written starts with nothing in its fields.
        contents = FormTree.numbered((try? JSONValue(encoding: model)) ?? .object([:]))
        blank = contents
        check()
    }

    /// Whether all fields can be read and all rules hold, shown or not.
    public var isValid: Bool { problems.isEmpty && !isPending }

    /// How many fields have problems, shown or not.
    public var problemCount: Int { problems.count }
}

// MARK: - What comes

extension Form {
    /// Takes what came with a change and checks it.
    public mutating func validate(_ input: FormInput) { take(input.fields, target: []) }

    /// Takes what came with a change and checks it.
    public mutating func validate(_ payload: Payload) {
        take(payload[name] ?? .object([:]), target: Array(payload.target.dropFirst()))
    }

    /// Takes what was submitted and shows all problems.
    ///
    /// - Returns: The model; nil when there are problems.
    public mutating func apply(_ input: FormInput) -> Model? {
        validate(input)
        return apply()
    }

    /// Takes what was submitted and shows all problems.
    ///
    /// - Returns: The model; nil when there are problems.
    public mutating func apply(_ payload: Payload) -> Model? {
        validate(payload)
        return apply()
    }

    /// Shows all problems.
    ///
    /// - Returns: The model; nil when there are problems.
    public mutating func apply() -> Model? {
        used.formUnion(FormTree.leaves(of: contents))
        used.formUnion(problems.keys)
        return isValid ? model : nil
    }

    /// Says something at a field that no rule can know, until the next check: `addError("email", "is taken")`.
    public mutating func addError(_ field: String, _ message: String) {
        problems[field, default: []].append(message)
        used.insert(field)
    }

    private mutating func take(_ fields: JSONValue, target: [String]) {
        var unused: Set<String> = []
        let cleaned = FormTree.cleaned(fields, at: "", unused: &unused)
        let came = FormTree.arranged(cleaned, over: contents, blank: blank)
        guard case .object = came else { return }
        contents = FormTree.merged(came, over: contents, blank: blank)
        used.formUnion(FormTree.leaves(of: came))
        used.subtract(unused)
        if !target.isEmpty { used.insert(target.joined(separator: ".")) }
        check()
    }
}

// MARK: - Repeated groups

extension Form {
    /// Adds an entry to a repeated group.
    public mutating func add(_ group: String, _ entry: some Encodable) {
        guard let value = try? JSONValue(encoding: entry) else { return }
        let path = group.split(separator: ".").map(String.init)
        let entry = FormTree.numbered(value)
        let key = String(1 + (entries(group).compactMap { Int($0.key) }.max() ?? -1))
        change(path) { $0[key] = entry }
        FormTree.update((path + [key])[...], in: &blank) { $0 = entry }
        check()
    }

    /// Removes an entry of a repeated group; when it is not there, nothing happens.
    ///
    /// - Parameter key: As in `FormGroup.key`.
    public mutating func remove(_ group: String, _ key: String) {
        let place = FormTree.joined(group, key)
        used = used.filter { $0 != place && !$0.hasPrefix(place + ".") }
        change(group.split(separator: ".").map(String.init)) { $0[key] = nil }
        check()
    }

    /// Moves an entry of a repeated group by so many places, as far as there are any.
    ///
    /// - Parameters:
    ///   - key: As in `FormGroup.key`.
    ///   - distance: Down if positive, up if negative.
    public mutating func move(_ group: String, _ key: String, by distance: Int) {
        change(group.split(separator: ".").map(String.init)) { members in
            guard let index = members.index(forKey: key), let entry = members.removeValue(forKey: key) else { return }
            let wanted = index.addingReportingOverflow(distance)
            let place = wanted.overflow ? (distance < 0 ? 0 : members.count) : wanted.partialValue
            members.updateValue(entry, forKey: key, insertingAt: min(max(place, 0), members.count))
        }
        check()
    }

    private mutating func change(_ path: [String], _ body: (inout FormTree.Members) -> Void) {
        FormTree.update(path[...], in: &contents) { value in
            var members: FormTree.Members = [:]
            if case .object(let present) = value { members = present }
            body(&members)
            value = members.isEmpty ? .array([]) : .object(members)
        }
    }
}

// MARK: - Checks

extension Form {
    /// Finds all that is wrong with the contents.
    private mutating func check() {
        rulings = [:]
        var modelRules: [(String, @Sendable (Model) -> Bool, String)] = []
        for rule in Model.rules {
            switch rule.check {
            case .model(let holds, let message): modelRules.append((rule.path.joined(separator: "."), holds, message))
            case .field(let check):
                for (place, value) in FormTree.places(rule.path[...], in: contents) {
                    if let message = check(FormContent(value: value)) { rulings[place, default: []].append(message) }
                }
            }
        }
        do {
            model = try Payload(formFields: FormTree.decodable(contents)).decode(Model.self)
            for (place, holds, message) in modelRules where !holds(model) {
                rulings[place, default: []].append(message)
            }
        } catch let error as PayloadError {
            for problem in error.problems { note(problem) }
        } catch {
            rulings["", default: []].append("\(error)")
        }
        answers.removeAll { answer in
            let value = FormTree.value(at: answer.place.split(separator: ".").map(String.init), in: contents)
            return FormContent(value: value).text != answer.text
        }
        judge()
    }

    /// Puts together what is wrong.
    mutating func judge() {
        problems = rulings
        for answer in answers {
            if let problem = answer.problem { problems[answer.place, default: []].append(problem) }
        }
    }

    /// Notes what cannot be read, unless a rule has said something about it.
    private mutating func note(_ problem: PayloadProblem) {
        let place = FormTree.named(FormFields.path(of: problem.name), in: contents)
        guard rulings[place] == nil else { return }
        let isBlank = FormContent(value: problem.found).isBlank
        rulings[place] = [isBlank ? "must be filled in" : "must be \(problem.wanted)"]
    }
}

/// The fields of a form as they came with an event: `case validate(user: FormInput)`.
public struct FormInput: Codable, Sendable {
    let fields: JSONValue

    /// Makes the fields of values by name.
    public init(_ fields: JSONValue) { self.fields = fields }

    /// Takes the value as it is, readable or not; a `Form` says what is wrong with it.
    public init(from decoder: any Decoder) throws {
        guard let decoder = decoder as? PayloadValueDecoder else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "the fields of a form come with an event"))
        }
        decoder.place.notes.isRead = true
        fields = decoder.place.value ?? .object([:])
    }

    /// Writes the fields as they came.
    public func encode(to encoder: any Encoder) throws { try fields.encode(to: encoder) }
}
