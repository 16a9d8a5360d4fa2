import LiveEngine
import Testing

struct QueryStringTests {
    @Test(
        "A query is written from what has a value",
        arguments: [
            ([:], ""),
            (["q": nil, "page": ""], ""),
            (["q": "red kite", "page": "2"], "?q=red+kite&page=2"),
            (["a&b": "c=d+ü"], "?a%26b=c%3Dd%2B%C3%BC"),
        ] as [(KeyValuePairs<String, String?>, String)])
    func writing(values: KeyValuePairs<String, String?>, query: String) {
        #expect(QueryString.make(values) == query)
    }

    @Test func `What is written is read back`() {
        let params = Params(url: "/kites" + QueryString.make(["q": "a&b=ü +%", "page": nil]))
        #expect(params["q"] == "a&b=ü +%")
        #expect(params["page"] == nil)
    }
}
