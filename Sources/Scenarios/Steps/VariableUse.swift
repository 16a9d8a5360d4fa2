/// Which variables have values, and which of these are asked for.
struct VariableUse {
    /// What gives a variable its value.
    enum Origin: Hashable {
        case header, table, matrix, include, assignment
        /// The command line.
        case setting
        /// The program itself.
        case builtIn
    }

    /// The place at which a variable gets a value.
    struct Declaration: Hashable {
        let name: String
        let path: String
        let place: Place
        let origin: Origin
    }

    /// What the names of the environment's variables begin with.
    static let environmentPrefix = "env."

    /// The number of the case, from 1.
    static let caseIndex = "case.index"

    /// The column whose values are the names of the cases.
    static let caseName = "case"

    /// The names that are asked for, whether they have a value or not.
    var names: Set<String> = []
    var declared: Set<Declaration> = []
    /// The declarations whose values are asked for.
    var used: Set<Declaration> = []

    /// The names of the values from the command line that are asked for.
    var usedSettings: Set<String> { Set(used.filter { $0.origin == .setting }.map(\.name)) }

    mutating func formUnion(_ other: VariableUse) {
        names.formUnion(other.names)
        declared.formUnion(other.declared)
        used.formUnion(other.used)
    }

    /// A warning for each value that nothing asks for. Those of a matrix are mistakes, and told as such.
    ///
    /// - Parameter others: The names that count without being asked for: keys of the header, and what the command line gives
    ///   values to, in the place of these.
    func warnings(except others: Set<String>) -> [ScenarioProblem] {
        declared.subtracting(used).filter { declaration in
            switch declaration.origin {
            case .header, .include, .assignment: !others.contains(declaration.name)
            case .table: !others.contains(declaration.name) && declaration.name != Self.caseName
            case .matrix, .setting, .builtIn: false
            }
        }.map { ScenarioProblem(path: $0.path, place: $0.place, kind: .unusedVariable($0.name)) }
    }

    /// Why no `${…}` can name a variable of a name; nil when one can.
    static func unusability(of name: String) -> String? {
        if name == caseIndex { return "it is the number of the case" }
        if name.hasPrefix(environmentPrefix) { return "it is of the environment" }
        if name.isEmpty || name.contains("}") { return "\"${\(name)}\" names another" }
        return nil
    }
}
