import Aero
import ModeS

/// From halves of positions to places that are believed.
struct PositionResolver: Sendable {
}
