using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Edit;
using AutoPortal.Activities.Kinds;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Surveys;

/// <summary>Counts the answers of one activity, in the database.</summary>
internal sealed class SurveyQueries(IDbContextFactory<ActivitiesDb> dbs, IOrganisation organisation, KindCatalog kinds, CurrentScope scope)
{
    /// <summary>Null where there is no such activity here, or it asks nothing.</summary>
    public async Task<SurveyResults?> FindAsync(Guid activityId, AnswerFilter filter, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await AskedAsync(db, activityId, ct) is not { } asked)
        {
            return null;
        }

        var (activity, questions) = asked;
        var args = new AnswerArgs(activityId, filter) { Choosing = [.. questions.Where(q => q.Kind is not QuestionKind.Words).Select(q => q.Name)] };
        var whole = (await db.Sql().FirstOrDefaultAsync<Whole>($"""select count(*)::int as "People", max(s.at) as "LastAt" from activities.sign_ups s where {AnswerFilter.Sql}""", args, ct))!;
        var chosen = (await db.Sql().QueryAsync<Chosen>(
            $$"""
            select a.key as "Question", v.id as "Choice", count(*)::int as "People"
            from activities.sign_ups s cross join lateral jsonb_each(s.answers) a
                cross join lateral jsonb_array_elements_text(case jsonb_typeof(a.value) when 'array' then a.value else jsonb_build_array(a.value) end) v (id)
            where {{AnswerFilter.Sql}} and a.key = any(@Choosing) group by 1, 2
            """, args, ct)).ToLookup(c => c.Question, StringComparer.Ordinal);
        var answered = (await db.Sql().QueryAsync<Chosen>(
            $"""select a.key as "Question", count(*)::int as "People" from activities.sign_ups s cross join lateral jsonb_each(s.answers) a where {AnswerFilter.Sql} group by 1""", args, ct))
            .ToDictionary(c => c.Question, c => c.People, StringComparer.Ordinal);
        return new(
            activity.Id, activity.TitleZh, activity.TitleEn, StateWord.Of(activity.State), !activity.IsPagePublic ? null : $"{PagePaths.Activity}/{activity.Slug}", whole.People, whole.LastAt,
            [.. questions.Select(q => Result(q, answered.GetValueOrDefault(q.Name), [.. chosen[q.Name]]))], await DealersAsync(db, activityId, ct));
    }

    /// <summary>The questions of one activity; none where it is not seen here or asks nothing.</summary>
    public async Task<IReadOnlyList<KindQuestion>> QuestionsAsync(Guid activityId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await AskedAsync(db, activityId, ct) is { } asked ? asked.Questions : [];
    }

    internal async Task<(Activity Activity, IReadOnlyList<KindQuestion> Questions)?> AskedAsync(ActivitiesDb db, Guid activityId, CancellationToken ct)
        => scope.May(ActivitiesPermissions.Read)
            && await db.Activities.AsNoTracking().Seen(scope).SingleOrDefaultAsync(a => a.Id == activityId, ct) is { } activity
            && kinds.Find(activity.Type) is { } kind && kind.Uses(KindParts.Questions)
                ? (activity, kind.Questions(kinds.Read(kind, activity.Settings)))
                : null;

    private static QuestionResult Result(KindQuestion question, int answered, IReadOnlyList<Chosen> chosen)
    {
        double? Share(int people) => answered > 0 ? (double)people / answered : null;
        var people = chosen.ToDictionary(c => c.Choice, c => c.People, StringComparer.Ordinal);
        return new(question, answered,
        [
            .. question.Choices.Select(c => new ChoiceResult(c.Words, people.GetValueOrDefault(c.Id), Share(people.GetValueOrDefault(c.Id)), false)),
            .. chosen.Where(c => question.Choices.All(known => known.Id != c.Choice)).OrderByDescending(c => c.People).Select(c => new ChoiceResult(c.Choice, c.People, Share(c.People), true)),
        ]);
    }

    private async Task<IReadOnlyList<DealerOption>> DealersAsync(ActivitiesDb db, Guid activityId, CancellationToken ct)
    {
        var named = await db.SignUps.Where(s => s.ActivityId == activityId && s.State != SignUpState.Cancelled).Select(s => s.DealerId).Distinct().ToListAsync(ct);
        var tree = await organisation.TreeAsync(ct);
        return [.. named.Select(id => new DealerOption(id, tree.LabelOf(id))).OrderBy(d => d.Id is null).ThenBy(d => d.Name, StringComparer.Ordinal)];
    }

    private sealed class Whole
    {
        public int People { get; init; }

        public DateTimeOffset? LastAt { get; init; }
    }

    private sealed class Chosen
    {
        public string Question { get; init; } = "";

        public string Choice { get; init; } = "";

        public int People { get; init; }
    }
}
