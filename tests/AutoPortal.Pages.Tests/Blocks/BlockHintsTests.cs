using System.Collections;
using System.Globalization;
using System.Reflection;
using AutoPortal.Pages.Contracts;
using AutoPortal.Ui.Icons;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Pages.Tests.Blocks;

/// <summary>What the builder shows about a kind: every one has its words in both languages, its icon and its shelf.</summary>
public sealed class BlockHintsTests : BlockStage
{
    [Theory, MemberData(nameof(Kinds))]
    public void Every_kind_has_a_shelf_an_icon_and_words_in_both_languages(string code)
    {
        var hints = Catalog.Find(code)!.Hints;

        BlockGroups.All.ShouldContain(hints.Group);
        IconPaths.Names.ShouldContain(hints.Icon);
        foreach (var language in new[] { PageLanguages.Chinese, PageLanguages.English })
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            Word(hints, $"block.{code}").ShouldNotBeNull($"block.{code} in {language}");
            Word(hints, $"block.{code}.hint").ShouldNotBeNull($"block.{code}.hint in {language}");
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Every_setting_has_a_label(string code)
    {
        var kind = Catalog.Find(code)!;

        Unlabelled(kind, kind.BlockType).Distinct().ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Every_choice_has_a_name(string code)
    {
        var kind = Catalog.Find(code)!;
        var nameless = Settings(kind.BlockType)
            .SelectMany(p => p.GetCustomAttribute<ChoicesAttribute>()?.Words.Select(w => (Setting: Name(p), Word: w)) ?? [])
            .Where(c => Word(kind.Hints, $"block.{code}.{c.Setting}.{c.Word}") is null && Word(kind.Hints, $"choice.{c.Word}") is null);

        nameless.Distinct().ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Kinds))]
    public void What_a_fresh_one_brings_along_may_stand_in_it(string code)
    {
        var kind = Catalog.Find(code)!;

        kind.Hints.StartsWith.ShouldAllBe(inner => Catalog.Find(inner) != null);
        (kind.Hints.StartsWith.Count == 0 || kind.Hints.IsContainer).ShouldBeTrue();
        kind.Hints.StartsWith.ShouldAllBe(inner => kind.Hints.OnlyChildren.Count == 0 || kind.Hints.OnlyChildren.Contains(inner));
    }

    private IEnumerable<string> Unlabelled(BlockKind kind, Type type)
        => Settings(type).Select(Name).Where(name => Word(kind.Hints, $"block.{kind.Code}.{name}") is null && Word(kind.Hints, $"field.{name}") is null);

    private string? Word(BlockHints hints, string key)
    {
        var factory = Services.GetRequiredService<IStringLocalizerFactory>();
        var own = factory.Create(hints.Texts ?? typeof(PagesTexts))[key];
        var shared = factory.Create(typeof(PagesTexts))[key];
        return !own.ResourceNotFound ? own.Value : !shared.ResourceNotFound ? shared.Value : null;
    }

    // The settings of a record and of the records inside it, as the inspector walks them. Written text has an editor of its own.
    private static IEnumerable<PropertyInfo> Settings(Type type)
        => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.SetMethod is not null && p.Name is not nameof(Block.Id))
            .SelectMany(p => IsRecordOfOurs(Inner(p.PropertyType)) ? Settings(Inner(p.PropertyType)).Prepend(p) : [p]);

    private static Type Inner(Type type)
        => type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments()[0] : type;

    private static bool IsRecordOfOurs(Type type)
        => type.Namespace!.StartsWith("AutoPortal.Pages.Blocks", StringComparison.Ordinal) && type.IsClass && type.Name is not "RichText";

    private static string Name(PropertyInfo property) => char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
}
