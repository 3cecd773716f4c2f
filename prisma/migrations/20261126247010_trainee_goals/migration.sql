-- What a trainee is to reach: how many sessions to attend while learning, and the rest in words.
ALTER TABLE "trainee_doctor"
  ADD COLUMN "goal_sessions" SMALLINT,
  ADD COLUMN "goal" TEXT,
  ADD CONSTRAINT "trainee_doctor_goal" CHECK (("goal_sessions" IS NULL OR "goal_sessions" BETWEEN 1 AND 1000) AND "goal" <> '');
