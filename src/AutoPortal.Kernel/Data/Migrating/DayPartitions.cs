namespace AutoPortal.Kernel.Data.Migrating;

/// <summary>Functions of the owner that make and drop the days of tables partitioned by day; the application may call them and do nothing else to a partition.</summary>
internal static class DayPartitions
{
    /// <summary>Tells such a table from one partitioned by month, in the database itself.</summary>
    public const string Comment = "partitioned by day";

    // Both wait only a moment for their lock: a long reader must not make every writer stand behind them. The next run tries again.
    // A day that came in before its partition was there stays among the rest, from which retention takes it too.
    public const string Functions =
        """
        create or replace function platform_shared.ensure_days(days_back int, days_ahead int) returns int language plpgsql security definer set search_path = pg_catalog set lock_timeout = '2s' as
        $$
        declare
            parent record; first timestamptz; made int := 0; part text; is_there boolean;
        begin
            for parent in
                select n.nspname as schema_name, c.relname as table_name from pg_partitioned_table p join pg_class c on c.oid = p.partrelid join pg_namespace n on n.oid = c.relnamespace
                where pg_get_userbyid(c.relowner) = current_user and obj_description(c.oid, 'pg_class') = 'partitioned by day'
            loop
                if to_regclass(format('%I.%I', parent.schema_name, parent.table_name || '_rest')) is null then
                    execute format('create table %I.%I partition of %I.%I default', parent.schema_name, parent.table_name || '_rest', parent.schema_name, parent.table_name);
                end if;
                for i in - least(days_back, 400) .. least(days_ahead, 60) loop
                    first := date_trunc('day', now() at time zone 'UTC') at time zone 'UTC' + make_interval(days => i);
                    part := parent.table_name || to_char(first at time zone 'UTC', '"_d"YYYYMMDD');
                    if to_regclass(format('%I.%I', parent.schema_name, part)) is null then
                        execute format('select exists (select 1 from %I.%I where id >= %L and id < %L)', parent.schema_name, parent.table_name || '_rest',
                            platform_shared.id_floor(first), platform_shared.id_floor(first + interval '1 day')) into is_there;
                        if not is_there then
                            execute format('create table %I.%I partition of %I.%I for values from (%L) to (%L)', parent.schema_name, part, parent.schema_name, parent.table_name,
                                platform_shared.id_floor(first), platform_shared.id_floor(first + interval '1 day'));
                            made := made + 1;
                        end if;
                    end if;
                end loop;
            end loop;
            return made;
        end
        $$;

        create or replace function platform_shared.drop_days(keep_days int) returns int language plpgsql security definer set search_path = pg_catalog set lock_timeout = '2s' as
        $$
        declare
            old record; floor timestamptz := date_trunc('day', now() at time zone 'UTC') at time zone 'UTC' - make_interval(days => keep_days); dropped int := 0;
        begin
            if keep_days < 30 then
                raise exception 'days are kept for 30 days at least';
            end if;
            for old in
                select n.nspname as schema_name, c.relname as table_name, parent.relname as parent_name from pg_inherits i join pg_class c on c.oid = i.inhrelid
                join pg_class parent on parent.oid = i.inhparent join pg_namespace n on n.oid = c.relnamespace
                where pg_get_userbyid(parent.relowner) = current_user and obj_description(parent.oid, 'pg_class') = 'partitioned by day'
            loop
                if old.table_name = old.parent_name || '_rest' then
                    execute format('delete from %I.%I where id < %L', old.schema_name, old.table_name, platform_shared.id_floor(floor));
                elsif to_date(right(old.table_name, 8), 'YYYYMMDD') < (floor at time zone 'UTC')::date then
                    execute format('drop table %I.%I', old.schema_name, old.table_name);
                    dropped := dropped + 1;
                end if;
            end loop;
            return dropped;
        end
        $$;
        """;

    public static string GrantsTo(string role)
        => $"""
            revoke all on function platform_shared.ensure_days(int, int), platform_shared.drop_days(int) from public;
            grant execute on function platform_shared.ensure_days(int, int), platform_shared.drop_days(int) to {role};
            """;
}
