// How well it went, asked of those who may say so, when it is over.
import { Button, Group, Rating, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { limits } from '#ticket';
import { api, ask, type Schemas, type Ticket } from '../../api/client';
import { reached, useLookAgain } from '../../api/commands';
import { sayProblem } from '../../api/problem';
import { sayDone } from '../../parts/say';
import { Card } from './card';

export function RateTicket({ ticket }: { readonly ticket: Ticket }) {
  const { rating } = ticket;
  const [score, setScore] = useState(rating?.score ?? 0);
  const [comment, setComment] = useState(rating?.comment ?? '');
  const lookAgain = useLookAgain();
  const rate = useMutation({
    mutationFn: (body: Schemas['RateTicketBody']) =>
      ask(api.POST('/v1/tickets/{id}/rating', { params: { path: { id: ticket.id } }, body })),
    onSuccess: async (receipt) => {
      await reached(receipt);
      await lookAgain(receipt.id);
      sayDone('Thank you');
    },
  });
  const mayRate = ticket.allowedActions.includes('rate');
  if (!mayRate && !rating) return null;
  if (!mayRate) {
    return (
      <Card title="Rating">
        <Rating value={rating?.score ?? 0} readOnly />
        {rating?.comment && <Text size="sm">{rating.comment}</Text>}
      </Card>
    );
  }
  const changed = score > 0 && (score !== rating?.score || comment !== (rating.comment ?? ''));
  return (
    <Card title="How did it go?">
      <Stack gap="xs">
        <Rating value={score} onChange={setScore} getSymbolLabel={(value) => `${value} of 5`} size="lg" />
        {score > 0 && (
          <Textarea
            aria-label="What was good or bad"
            placeholder="What was good or bad; may stay empty"
            autosize
            minRows={2}
            maxLength={limits.ratingComment}
            value={comment}
            readOnly={rate.isPending}
            onChange={({ currentTarget }) => setComment(currentTarget.value)}
            error={rate.error && sayProblem(rate.error)}
          />
        )}
        {changed && (
          <Group justify="flex-end">
            <Button
              size="xs"
              loading={rate.isPending}
              onClick={() =>
                rate.mutate({
                  score,
                  ...(comment.trim() && { comment: comment.trim() }),
                })
              }
            >
              Send the rating
            </Button>
          </Group>
        )}
      </Stack>
    </Card>
  );
}
