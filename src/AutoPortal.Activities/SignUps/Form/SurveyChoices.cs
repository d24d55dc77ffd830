using System.Globalization;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Edit;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.SignUps.Form;

/// <summary>Surveys that a page may ask: those that run or are about to, within the author's reach.</summary>
internal sealed class SurveyChoices(IDbContextFactory<ActivitiesDb> dbs, CurrentScope scope) : IFieldChoices
{
    public const string Code = "surveys";
    private const int Most = 50;

    public string Source => Code;

    public Task<IReadOnlyList<FieldChoice>> FindAsync(string words, CancellationToken ct)
        => ReadAsync(
            surveys => surveys.Where(a => (a.State == ActivityState.Running || a.State == ActivityState.Scheduled) && (a.TitleZh.Contains(words) || a.TitleEn.ToLower().Contains(words.ToLower()) || a.Slug.Contains(words))),
            ct);

    public Task<IReadOnlyList<FieldChoice>> NamesAsync(IReadOnlyCollection<string> values, CancellationToken ct)
    {
        var ids = values.Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).ToList();
        return ReadAsync(surveys => surveys.Where(a => ids.Contains(a.Id)), ct);
    }

    private async Task<IReadOnlyList<FieldChoice>> ReadAsync(Func<IQueryable<Activity>, IQueryable<Activity>> narrow, CancellationToken ct)
    {
        if (!scope.May(ActivitiesPermissions.Read))
        {
            return [];
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var found = await narrow(db.Activities.AsNoTracking().Seen(scope).Where(a => a.Type == ActivityTypes.Survey)).OrderByDescending(a => a.SignUpFrom).Take(Most).Select(a => new { a.Id, a.TitleZh, a.TitleEn }).ToListAsync(ct);
        var isEnglish = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
        return found.ConvertAll(a => new FieldChoice(a.Id.ToString(), isEnglish && a.TitleEn.Length > 0 ? a.TitleEn : a.TitleZh));
    }
}
