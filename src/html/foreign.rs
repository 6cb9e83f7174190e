//! The names that attributes of SVG and MathML have in mixed case.

use super::tree::Space;

/// The name of an attribute in this namespace
/// (<https://html.spec.whatwg.org/multipage/parsing.html#adjust-svg-attributes>).
pub(super) fn adjusted(space: Space, name: &str) -> &str {
    match space {
        Space::Svg => {
            let found = SVG.binary_search_by(|&mixed| {
                mixed.bytes().map(|byte| byte.to_ascii_lowercase()).cmp(name.bytes())
            });
            found.ok().and_then(|index| SVG.get(index)).copied().unwrap_or(name)
        }
        Space::MathMl if name == "definitionurl" => "definitionURL",
        _ => name,
    }
}

/// In the order of their lower case.
const SVG: &[&str] = &[
    "attributeName",
    "attributeType",
    "baseFrequency",
    "baseProfile",
    "calcMode",
    "clipPathUnits",
    "diffuseConstant",
    "edgeMode",
    "filterUnits",
    "glyphRef",
    "gradientTransform",
    "gradientUnits",
    "kernelMatrix",
    "kernelUnitLength",
    "keyPoints",
    "keySplines",
    "keyTimes",
    "lengthAdjust",
    "limitingConeAngle",
    "markerHeight",
    "markerUnits",
    "markerWidth",
    "maskContentUnits",
    "maskUnits",
    "numOctaves",
    "pathLength",
    "patternContentUnits",
    "patternTransform",
    "patternUnits",
    "pointsAtX",
    "pointsAtY",
    "pointsAtZ",
    "preserveAlpha",
    "preserveAspectRatio",
    "primitiveUnits",
    "refX",
    "refY",
    "repeatCount",
    "repeatDur",
    "requiredExtensions",
    "requiredFeatures",
    "specularConstant",
    "specularExponent",
    "spreadMethod",
    "startOffset",
    "stdDeviation",
    "stitchTiles",
    "surfaceScale",
    "systemLanguage",
    "tableValues",
    "targetX",
    "targetY",
    "textLength",
    "viewBox",
    "viewTarget",
    "xChannelSelector",
    "yChannelSelector",
    "zoomAndPan",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order_and_found() {
        assert!(SVG.is_sorted_by_key(|name| name.to_ascii_lowercase()));
        for &name in SVG {
            assert_eq!(adjusted(Space::Svg, &name.to_ascii_lowercase()), name);
            assert_eq!(adjusted(Space::Html, name), name);
        }
        assert_eq!(adjusted(Space::Svg, "d"), "d");
        assert_eq!(adjusted(Space::MathMl, "definitionurl"), "definitionURL");
    }
}
