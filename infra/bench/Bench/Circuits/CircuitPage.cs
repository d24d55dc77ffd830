using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AutoPortal.Bench.Circuits;

/// <summary>What the first answer of an interactive screen tells about the components that wait for a circuit.</summary>
/// <param name="Operations">Adds every root component.</param>
/// <param name="State">What prerendering left for the circuit.</param>
internal sealed partial record CircuitPage(string Operations, string State)
{
    public static CircuitPage Of(string html)
    {
        var operations = new JsonArray();
        foreach (Match match in Marker().Matches(html))
        {
            var marker = JsonNode.Parse(match.Groups["json"].Value)!;
            // A prerendered component has a second marker, which only says where it ends.
            if ((string?)marker["type"] is "server" or "auto" && marker["descriptor"] is not null)
            {
                operations.Add(new JsonObject { ["type"] = "add", ["ssrComponentId"] = operations.Count + 1, ["marker"] = marker });
            }
        }

        return operations.Count == 0
            ? throw new BenchException("The page holds no interactive component: " + html[..Math.Min(300, html.Length)])
            : new(new JsonObject { ["batchId"] = 1, ["operations"] = operations }.ToJsonString(), StateOf().Match(html).Groups["state"].Value);
    }

    [GeneratedRegex("<!--Blazor:(?<json>\\{.*?\\})-->", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>.*?)-->", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex StateOf();
}
