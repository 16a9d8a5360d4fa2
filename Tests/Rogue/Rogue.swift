import Viewfinder

/// Views that do what no view should: end the program in every way, never return, flood all there is to flood.
@main
struct Rogue: ViewfinderApp {
    var routes: [Route] {
        Route("/ends/:death/:place", "end the program, on every kind of thread") { EndsView() }
        Route("/says", "writes to the error output") { SaysView() }
        Route("/stuck", "handlers that never return") { StuckView() }
        Route("/floods/:flood", "more of everything than anybody can take") { FloodsView() }
        if CommandLine.arguments.contains("/misspelt") {
            Route("/misspelt/:id(number)", "a kind of values that there is none of") { StuckView() }
        }
    }
}
