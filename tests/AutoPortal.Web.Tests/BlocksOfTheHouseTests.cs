using System.Globalization;
using System.Reflection;
using AutoPortal.Pages;
using AutoPortal.Pages.Contracts;
using AutoPortal.Ui.Icons;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Web.Tests;

/// <summary>What the builder shows about the kinds of every module: shelf, icon, words and labels in both languages, and choices that somebody answers for.</summary>
[Collection(nameof(House))]
public sealed class BlocksOfTheHouseTests(House house)
{
    [Theory, InlineData("zh-CN"), InlineData("en")]
    public void Every_kind_and_every_setting_has_its_words(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        Kinds.ShouldContain(k => k.Hints.Texts != null, "kinds of other modules are among them");
        Kinds.SelectMany(Wordless).ShouldBeEmpty();
    }

    [Fact]
    public void Every_kind_has_a_shelf_and_an_icon()
        => Kinds.Where(k => !BlockGroups.All.Contains(k.Hints.Group) || !IconPaths.Names.Contains(k.Hints.Icon)).Select(k => k.Code).ShouldBeEmpty();

    [Fact]
    public void Every_list_of_choices_has_a_source()
    {
        using var scope = house.App.Services.CreateScope();
        var sources = scope.ServiceProvider.GetServices<IFieldChoices>().Select(s => s.Source).ToList();

        sources.ShouldBeUnique();
        Kinds.SelectMany(k => Settings(k.BlockType)).Select(p => p.GetCustomAttribute<ChoicesFromAttribute>()?.Source).OfType<string>().Except(sources).ShouldBeEmpty();
    }

    private List<BlockKind> Kinds => [.. house.App.Services.GetServices<BlockKind>()];

    private IEnumerable<string> Wordless(BlockKind kind)
        => new[] { $"block.{kind.Code}", $"block.{kind.Code}.hint" }.Where(key => !Has(kind, key))
            .Concat(Settings(kind.BlockType).Where(p => !Has(kind, $"block.{kind.Code}.{Name(p)}") && !Has(kind, $"field.{Name(p)}")).Select(p => $"block.{kind.Code}.{Name(p)}"))
            .Concat(Settings(kind.BlockType).SelectMany(p => (p.GetCustomAttribute<ChoicesAttribute>()?.Words ?? []).Where(w => !Has(kind, $"block.{kind.Code}.{Name(p)}.{w}") && !Has(kind, $"choice.{w}")).Select(w => $"block.{kind.Code}.{Name(p)}.{w}")));

    private bool Has(BlockKind kind, string key)
    {
        var texts = house.App.Services.GetRequiredService<IStringLocalizerFactory>();
        return !texts.Create(kind.Hints.Texts ?? typeof(PagesTexts))[key].ResourceNotFound || !texts.Create(typeof(PagesTexts))[key].ResourceNotFound;
    }

    // The settings of a record and of the entries of its lists, as the inspector walks them. Written text has an editor of its own.
    private static IEnumerable<PropertyInfo> Settings(Type record)
        => record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null && p.Name is not nameof(Block.Id))
            .SelectMany(p => IsEntry(p.PropertyType) ? Settings(p.PropertyType.GetGenericArguments()[0]).Prepend(p) : [p]);

    private static bool IsEntry(Type type)
        => type.IsGenericType && type.GetGenericArguments() is [{ IsClass: true } entry] && entry != typeof(string) && entry != typeof(LocalText) && entry.Namespace!.StartsWith("AutoPortal.", StringComparison.Ordinal);

    private static string Name(PropertyInfo property) => char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
}
