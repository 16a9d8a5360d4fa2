import Testing

@testable import LiveEngine

@Suite("The names of cases")
struct CaseNameTests {
    private enum Plain: CustomStringConvertible, Sendable {
        case first, second, third
        var description: String { "spoilt" }
    }
    private enum Mixed: Sendable {
        case ready
        case loaded(Int, by: String)
        case failed(reason: String)
    }
    private enum Single { case only }
    private enum Lone { case carrying(Int) }
    private enum Generic<Value> {
        case some(Value)
        case nothing
    }
    private struct Record {}

    @Test func `All cases of an enumeration have names, and nothing else has`() {
        #expect(CaseNames.all(of: Plain.self) == ["first", "second", "third"])
        #expect(CaseNames.all(of: Mixed.self).map(Set.init) == ["ready", "loaded", "failed"])
        #expect(CaseNames.all(of: Single.self) == ["only"])
        #expect(CaseNames.all(of: Lone.self) == ["carrying"])
        #expect(CaseNames.all(of: Generic<String>.self).map(Set.init) == ["some", "nothing"])
        #expect(CaseNames.all(of: Never.self) == [])
        #expect(CaseNames.all(of: Record.self) == nil)
        #expect(CaseNames.all(of: Int.self) == nil)
        #expect(CaseNames.all(of: Int?.self) == nil)
        #expect(CaseNames.all(of: CaseNameTests.self) == nil)
    }

    @Test func `A value has the name of its case, whatever it says of itself`() {
        #expect([Plain.first, .second, .third].map { CaseNames.name(of: $0) } == ["first", "second", "third"])
        #expect(CaseNames.name(of: Mixed.ready) == "ready")
        #expect(CaseNames.name(of: Mixed.loaded(1, by: "Ada")) == "loaded")
        #expect(CaseNames.name(of: Mixed.failed(reason: "x")) == "failed")
        #expect(CaseNames.name(of: Single.only) == "only")
        #expect(CaseNames.name(of: Lone.carrying(3)) == "carrying")
        #expect(CaseNames.name(of: Generic<Int>.nothing) == "nothing")
        #expect(CaseNames.name(of: 7) == nil)
        #expect(CaseNames.name(of: "text") == nil)
    }
}
