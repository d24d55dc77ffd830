using System.Text.Json;
using AngleSharp.Dom;
using AutoPortal.Pages.Documents;
using AutoPortal.Testing.Hostile;
using Bunit;

namespace AutoPortal.Pages.Tests.Blocks;

public sealed class HostileWordsTests : BlockStage
{
    private static readonly HashSet<string> Forbidden = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "iframe", "object", "embed", "base", "meta", "link", "style", "form", "template", "foreignobject", "animate", "set", "use", "math", "marquee", "body", "frame", "frameset", "applet", "isindex",
    };

    private static readonly string[] Loading = ["src", "srcset", "poster", "data", "action", "formaction", "background", "xlink:href", "ping", "srcdoc"];
    private static readonly string[] Schemes = ["/", "#", "https://", "http://", "tel:", "mailto:"];

    [Fact]
    public void There_are_more_than_a_thousand_of_them() => HostileWords.All.Count.ShouldBeGreaterThan(1_000);

    [Theory, MemberData(nameof(Kinds))]
    public void A_thousand_hostile_strings_stay_words_in_every_block(string code)
    {
        var kind = Catalog.Find(code)!;
        var settings = new HostileSettings(HostileWords.All);
        var drawings = 0;
        do
        {
            var node = new PageNode { Id = "it", Kind = code, Version = kind.Version };
            foreach (var (name, value) in settings.Fill(kind.BlockType))
            {
                node = node.WithField(name, JsonSerializer.SerializeToElement(value));
            }

            var block = Catalog.Read(node, default).ShouldNotBeNull("hostile words are words, so the block is read").Block;
            foreach (var drawn in new[] { Draw(block), Preview(block) })
            {
                drawn.FindAll("*").SelectMany(Faults).ShouldBeEmpty();
            }

            drawings++;
        }
        while (!settings.IsThrough && drawings < 400 && kind.BlockType.GetProperties().Any(p => p.PropertyType != typeof(bool) && p.Name is not "Id"));
    }

    private static IEnumerable<string> Faults(IElement element)
    {
        if (Forbidden.Contains(element.LocalName))
        {
            yield return element.OuterHtml;
        }

        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style"
                || (Loading.Contains(attribute.Name, StringComparer.OrdinalIgnoreCase) && !IsOwnPath(attribute.Value))
                || (attribute.Name is "href" && !Schemes.Any(s => attribute.Value.StartsWith(s, StringComparison.OrdinalIgnoreCase)))
                || (attribute.Name is "href" && attribute.Value.StartsWith('/') && !IsOwnPath(attribute.Value)))
            {
                yield return $"{element.LocalName} {attribute.Name}={attribute.Value}";
            }
        }
    }

    private static bool IsOwnPath(string address) => address.Length > 1 && address[0] == '/' && address[1] is not ('/' or '\\') && !address.Any(char.IsControl);
}
